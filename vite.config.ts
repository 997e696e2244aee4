// Builds the portal from src/web into dist/web; antd and React are their own chunks, pages load when opened. Beside it the page that
// checks releases without network, one file with everything in it, and the verifier of draws as a package for `npx`.
import react from '@vitejs/plugin-react';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, defineConfig, type Plugin, type Rolldown } from 'vite';
import { tarEnd, tarEntry } from './src/runtime/codec/write-tar.ts';

const verifier = (name: string): string =>
  fileURLToPath(new URL(`src/hub/release/web/verifier/${name}`, import.meta.url));

function releaseVerifier(): Plugin {
  return {
    name: 'release-verifier',
    apply: 'build',
    async generateBundle() {
      const made = (await build({
        configFile: false,
        logLevel: 'warn',
        build: { write: false, lib: { entry: verifier('main.ts'), formats: ['iife'], name: 'verifier' } },
      })) as Rolldown.RolldownOutput[];
      const script = (made[0]?.output[0].code ?? '').replaceAll('</script', '<\\/script');
      const hash = `sha256-${createHash('sha256').update(script).digest('base64')}`;
      const page = readFileSync(verifier('page.html'), 'utf-8');
      const source = page.replace('__HASH__', hash).replace('__SCRIPT__', () => script);
      this.emitFile({ type: 'asset', fileName: 'verify-release.html', source });
    },
  };
}

const fieldWorker = fileURLToPath(new URL('src/hub/inspection/web/field/field-worker.ts', import.meta.url));
const FIELD_PAGES = /\/inspection\/web\/field\/field-(list|page)\.tsx$/;

/** The service worker of the field page, with the list of this build's files that the page needs: its entry, its chunks, their styles. */
function fieldShell(): Plugin {
  return {
    name: 'field-shell',
    apply: 'build',
    async generateBundle(_options, bundle) {
      const files = new Set<string>();
      const add = (fileName: string): void => {
        const chunk = bundle[fileName];
        if (files.has(fileName) || chunk?.type !== 'chunk') return;
        files.add(fileName);
        const { importedCss } = (chunk as { viteMetadata?: { importedCss: Set<string> } }).viteMetadata ?? {};
        for (const style of importedCss ?? []) files.add(style);
        for (const other of chunk.imports) add(other);
      };
      for (const chunk of Object.values(bundle))
        if (chunk.type === 'chunk' && (chunk.isEntry || FIELD_PAGES.test(chunk.facadeModuleId ?? '')))
          add(chunk.fileName);
      const listed = [...files].sort().map((file) => `/${file}`);
      const version = createHash('sha256').update(listed.join('\n')).digest('hex').slice(0, 16);
      const made = (await build({
        configFile: false,
        logLevel: 'warn',
        define: { __SHELL__: JSON.stringify({ version, files: listed }) },
        build: { write: false, lib: { entry: fieldWorker, formats: ['iife'], name: 'field' } },
      })) as Rolldown.RolldownOutput[];
      this.emitFile({ type: 'asset', fileName: 'field-worker.js', source: made[0]?.output[0].code ?? '' });
    },
  };
}

const drawVerifier = fileURLToPath(new URL('tools/verify-draw.ts', import.meta.url));

/** The verifier of draws as a package without dependencies, so that an outsider runs `npx https://…/verify-draw.tgz PROOF` (M6). */
function drawVerifierPackage(): Plugin {
  return {
    name: 'draw-verifier-package',
    apply: 'build',
    async generateBundle() {
      const made = (await build({
        configFile: false,
        logLevel: 'warn',
        ssr: { noExternal: true, target: 'node' },
        build: { write: false, ssr: drawVerifier, target: 'node20' },
      })) as Rolldown.RolldownOutput;
      const files: Readonly<Record<string, string>> = {
        'package.json': JSON.stringify({
          name: 'portico-verify-draw',
          version: '1.0.0',
          license: 'Apache-2.0',
          type: 'module',
          engines: { node: '>=20' },
          bin: 'verify-draw.mjs',
        }),
        'verify-draw.mjs': `#!/usr/bin/env node\n${made.output[0].code}`,
      };
      // No time of its own: the same sources make the same bytes.
      const entries = Object.entries(files).map(([name, text]) =>
        tarEntry(`package/${name}`, Buffer.from(text), '1985-10-26T08:15:00Z'),
      );
      const source = gzipSync(Buffer.concat([...entries, tarEnd()]));
      this.emitFile({ type: 'asset', fileName: 'verify-draw.tgz', source });
    },
  };
}

export default defineConfig({
  root: 'src/web',
  plugins: [react(), releaseVerifier(), fieldShell(), drawVerifierPackage()],
  build: { outDir: '../../dist/web', emptyOutDir: true, chunkSizeWarningLimit: 1500 },
  server: { proxy: { '/api': 'http://localhost:8080' } },
});
