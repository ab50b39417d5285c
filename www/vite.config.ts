import vue from '@vitejs/plugin-vue';
import { defineConfig, type Plugin } from 'vite';
import { sandbox } from './server/sandbox.ts';

/** What the built page may do: run its own files and the core, draw its own pictures, and talk to its own server. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "style-src-attr 'none'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Only in the built page: the development server puts its styles into the page itself. */
const policy: Plugin = {
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY }, injectTo: 'head-prepend' },
  ],
};

export default defineConfig({
  base: './',
  plugins: [vue(), policy, sandbox()],
  build: { target: 'es2022', chunkSizeWarningLimit: 800, modulePreload: { polyfill: false } },
});
