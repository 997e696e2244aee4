// Builds the portal from src/web into dist/web; antd and React are their own chunks, pages load when opened. Beside it the page that
// checks releases without network: one file with everything in it.
import react from '@vitejs/plugin-react';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, defineConfig, type Plugin, type Rolldown } from 'vite';

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

export default defineConfig({
  root: 'src/web',
  plugins: [react(), releaseVerifier()],
  build: { outDir: '../../dist/web', emptyOutDir: true, chunkSizeWarningLimit: 1500 },
  server: { proxy: { '/api': 'http://localhost:8080' } },
});
