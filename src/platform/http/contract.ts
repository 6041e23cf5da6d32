import type { z } from 'zod';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** What a route file is told in advance: shared by server, pages, command line and OpenAPI. */
export interface RouteContract {
  readonly method: Method;
  /** Fastify pattern below `/api`, for example `/households/:county/:id` */
  readonly path: string;
  /** name of a declared act; `public` needs no sign-in, `signed_in` any account */
  readonly act: string;
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly reply: z.ZodType;
  /** the request carries one file as multipart beside `query` */
  readonly upload?: true;
  /** the reply is a file, not JSON */
  readonly download?: true;
  /** the reply shows a secret once: it is not kept to answer a repeated key */
  readonly secret?: true;
}

/** Declares a route; a route without an act does not compile. */
export function defineRoute<const T extends RouteContract>(contract: T): T {
  return contract;
}

type Shape<S> = S extends z.ZodType ? z.output<S> : Record<string, never>;
type Input<S> = S extends z.ZodType ? z.input<S> : undefined;

export type ParamsOf<C extends RouteContract> = Shape<C['params']>;
export type QueryOf<C extends RouteContract> = Shape<C['query']>;
export type BodyOf<C extends RouteContract> = C['body'] extends z.ZodType ? z.output<C['body']> : undefined;
export type ReplyOf<C extends RouteContract> = C['download'] extends true ? Download : z.output<C['reply']>;

/** What a caller passes; absent parts may be left out. */
export interface CallInput<C extends RouteContract> {
  readonly params?: Input<C['params']>;
  readonly query?: Input<C['query']>;
  readonly body?: Input<C['body']>;
  readonly file?: Blob;
}

/** A file as a route answers it. */
export interface Download {
  readonly fileName: string;
  readonly contentType: string;
  readonly content: Uint8Array;
}

/** RFC 9457 problem details, in the reader's language. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly requestId: string;
  readonly errors?: readonly { readonly field: string; readonly message: string; readonly code?: string }[];
  readonly values?: Readonly<Record<string, string | number>>;
}
