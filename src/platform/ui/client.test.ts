import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { defineRoute } from '../http/contract.ts';
import { call, ProblemError } from './client.ts';

const record = defineRoute({
  method: 'POST',
  path: '/households',
  act: 'households.record',
  summary: 'record a household',
  body: z.object({ name: z.string() }),
  reply: z.object({ id: z.string() }),
});
const signIn = defineRoute({ ...record, path: '/sign-in', act: 'public' });

const send = vi.fn<typeof fetch>();
const assign = vi.fn();

beforeEach(() => {
  send.mockReset();
  assign.mockReset();
  vi.stubGlobal('fetch', send);
  vi.stubGlobal('document', { cookie: 'silian_csrf=token' });
  vi.stubGlobal('location', { pathname: '/households', search: '?q=a', assign });
});

afterEach(() => vi.unstubAllGlobals());

function answer(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status });
}

function headersOf(at: number): Record<string, string> {
  return send.mock.calls[at]?.[1]?.headers as Record<string, string>;
}

const body = { name: '乌兰' };

describe('a write', () => {
  test('carries token, language and key, and its reply is checked', async () => {
    send.mockResolvedValueOnce(answer(200, { id: '1', extra: true }));
    await expect(call(record, { body }, { idempotencyKey: 'k' })).resolves.toEqual({ id: '1' });
    expect(headersOf(0)).toMatchObject({ 'X-CSRF-Token': 'token', 'Idempotency-Key': 'k', 'Accept-Language': 'zh-CN' });
  });

  test('dropped on the way is sent once more under the same key', async () => {
    send.mockRejectedValueOnce(new TypeError('network')).mockResolvedValueOnce(answer(200, { id: '1' }));
    await call(record, { body });
    expect(send).toHaveBeenCalledTimes(2);
    expect(headersOf(1)['Idempotency-Key']).toBe(headersOf(0)['Idempotency-Key']);
  });

  test('that never arrives says so', async () => {
    send.mockRejectedValue(new TypeError('network'));
    await expect(call(record, { body })).rejects.toMatchObject({ problem: { code: 'offline', status: 0 } });
    expect(send).toHaveBeenCalledTimes(2);
  });
});

describe('a refusal', () => {
  test('is thrown with its problem and not repeated', async () => {
    send.mockResolvedValueOnce(answer(409, { code: 'stale', title: 't', status: 409, type: '', requestId: 'r' }));
    await expect(call(record, { body })).rejects.toSatisfy(
      (error) => error instanceof ProblemError && error.problem.code === 'stale',
    );
    expect(send).toHaveBeenCalledTimes(1);
  });

  test('401 leads to sign-in and back, except from sign-in itself', async () => {
    send.mockImplementation(async () => answer(401, { code: 'not_signed_in', title: 't', status: 401 }));
    await expect(call(signIn, { body })).rejects.toBeInstanceOf(ProblemError);
    expect(assign).not.toHaveBeenCalled();
    await expect(call(record, { body })).rejects.toBeInstanceOf(ProblemError);
    expect(assign).toHaveBeenCalledWith('/sign-in?to=%2Fhouseholds%3Fq%3Da');
  });

  test('that is no problem document keeps its status and number', async () => {
    send.mockResolvedValueOnce(new Response('<html>', { status: 500, headers: { 'x-request-id': 'r7' } }));
    await expect(call(record, { body })).rejects.toMatchObject({ problem: { status: 500, requestId: 'r7' } });
  });
});
