/**
 * The typesetting process: takes layout data from {@link file://./pdf.ts}, gives PDF back. A process and not a thread,
 * because the compiler keeps hundreds of megabytes that only the end of its process gives back.
 */
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { readPrintFonts } from './fonts.ts';

export interface PdfOrder {
  readonly number: number;
  /** JSON of the layout data */
  readonly data: string;
  /** whether the structure for screen readers is written; it makes long tables ten times as large */
  readonly tagged: boolean;
}

export type PdfAnswer =
  | { readonly number: number; readonly pdf: Uint8Array }
  | { readonly number: number; readonly fault: string };

const compiler = NodeCompiler.create({
  workspace: import.meta.dirname,
  fontArgs: [{ fontBlobs: readPrintFonts() }],
});

process.on('message', (order: PdfOrder) => {
  process.send?.(answerTo(order));
  compiler.evictCache(0);
});

function answerTo(order: PdfOrder): PdfAnswer {
  const { number } = order;
  try {
    return { number, pdf: typeset(order) };
  } catch (cause) {
    return { number, fault: cause instanceof Error ? cause.message : String(cause) };
  }
}

/** A warning is a fault of a layout (a font not found, a page that does not settle), so it fails the document like an error. */
function typeset({ data, tagged }: PdfOrder): Uint8Array {
  const mainFilePath = join(import.meta.dirname, 'print.typ');
  const result = compiler.compile({ mainFilePath, inputs: { data } });
  const complaints = result.takeDiagnostics()?.shortDiagnostics ?? [];
  if (complaints.length > 0 || !result.result)
    throw new Error(`The layout does not compile: ${JSON.stringify(complaints)}`);
  return new Uint8Array(compiler.pdf(result.result, { pdfTags: tagged }));
}
