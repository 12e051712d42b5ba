import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';

// The server that carries the page forbids inline scripts and styles: nothing is inlined, and the
// helper that Vite would put into the page for old browsers is left out.
export default defineConfig({
  plugins: [preact({ devToolsEnabled: false })],
  base: '/',
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
  },
  server: { proxy: { '/ws': { target: 'ws://127.0.0.1:8080', ws: true } } },
  test: { environment: 'happy-dom', include: ['src/**/*.test.{ts,tsx}'] },
});
