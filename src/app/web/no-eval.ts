import { config } from 'zod';

// Before the first contract is read: zod otherwise tries to compile its checks, which the content security policy
// refuses and reports.
config({ jitless: true });
