import { words as submissionWords } from '../../activities/submissions/words.ts';
import { findIndicator } from '../../indicators/public.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import { speak } from '../../platform/words.ts';
import { confirmReport, exportReport, getReport } from '../../reports/monthly/contract.ts';
import { words as reportWords } from '../../reports/monthly/words.ts';
import type { Desk, Given, Run } from './command.ts';
import { formatFigure } from './figure-text.ts';
import { type PlaceMonth, readPlaceMonth, textOf, writeOutput } from './given.ts';
import { words } from './words.ts';

/** `reports monthly`: the reply of `GET /reports/monthly`, or the report as a file. */
export async function showReport(desk: Desk, given: Given): ReturnType<Run> {
  const asked = readPlaceMonth(given);
  if (!asked.ok) return asked;
  const query = { place: String(asked.value.place), month: asked.value.month };
  const format = textOf(given, 'format') ?? 'json';
  const out = textOf(given, 'out');
  if (format === 'json') return showJson(desk, { ...asked.value, out });
  if (!['xlsx', 'docx', 'pdf'].includes(format)) return refuse({ code: 'format_unknown', field: 'format' });
  if (out === undefined) return refuse({ code: 'out_missing', field: 'out' });
  const file = await desk.call(exportReport, { query: { ...query, format } });
  if (!file.ok) return file;
  const written = await writeOutput(out, file.value.content);
  if (!written.ok) return written;
  const { said, ...json } = written.value;
  return ok({ json, said: [said] });
}

async function showJson(
  desk: Desk,
  { place, month, out }: PlaceMonth & { readonly out: string | undefined },
): ReturnType<Run> {
  const report = await desk.call(getReport, { query: { place: String(place), month } });
  if (!report.ok) return report;
  const { submission, villages, unconfirmed, cells } = report.value;
  const { language } = desk;
  const state = speak(submissionWords[`state.${submission.state}`], language);
  const said = [
    { words: words['said.report'], values: { place: submission.placeName, month, state, villages, unconfirmed } },
  ];
  if (out !== undefined) {
    const written = await writeOutput(out, `${JSON.stringify(report.value)}\n`);
    if (!written.ok) return written;
    const { said: written_, ...json } = written.value;
    return ok({ json, said: [...said, written_] });
  }
  return ok({
    json: report.value,
    table: {
      columns: [
        { title: words['column.code'] },
        { title: words['column.indicator'] },
        { title: words['column.value'], number: true },
        { title: words['column.previous'], number: true },
        { title: words['column.exceptions'] },
      ],
      rows: cells.map(({ indicator, value, previous, exceptions }) => {
        const known = findIndicator(indicator);
        const remarks = exceptions.map((kind) => speak(reportWords[`exception.${kind}`], language));
        return [
          indicator,
          known && speak(known.name, language),
          formatFigure(known, value),
          formatFigure(known, previous),
          remarks.join(' '),
        ];
      }),
    },
    said,
  });
}

/** `reports confirm` */
export async function confirmMonth(desk: Desk, given: Given): ReturnType<Run> {
  const asked = readPlaceMonth(given);
  if (!asked.ok) return asked;
  const remark = textOf(given, 'remark');
  const confirmed = await desk.call(confirmReport, {
    body: { ...asked.value, ...(remark === undefined ? {} : { remark }) },
  });
  if (!confirmed.ok) return confirmed;
  const { snapshot, digest } = confirmed.value;
  return ok({ json: confirmed.value, said: [{ words: words['said.confirmed'], values: { snapshot, digest } }] });
}
