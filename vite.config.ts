import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Builds the desk into `dist/web`; the server puts its nonce into `index.html` as it sends it. */
export default defineConfig({
  root: join(import.meta.dirname, 'src/app/web'),
  plugins: [react()],
  build: {
    outDir: join(import.meta.dirname, 'dist/web'),
    emptyOutDir: true,
    // A data: address would need a hole in the content security policy.
    assetsInlineLimit: 0,
    manifest: true,
    target: 'es2022',
  },
});
