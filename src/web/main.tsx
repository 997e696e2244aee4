// The portal starts here (P1: one entrance, one account).
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider, type ConfigProviderProps, theme } from 'antd';
import enUS from 'antd/locale/en_US.js';
import zhCN from 'antd/locale/zh_CN.js';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiProblem } from './api.ts';
import { App } from './app.tsx';
import { LanguageProvider, useLanguage } from './language.tsx';
import { markStyles, nonce } from './mark-styles.ts';
import './styles.css';

// Without network the phone's own fonts serve.
void import('./fonts.ts').catch(() => undefined);

/** A server that says it is busy is asked again, later each time; what it refuses is not asked twice. */
function worthAsking(failures: number, error: Error): boolean {
  const status = error instanceof ApiProblem ? error.status : 0;
  if (status === 429 || status === 503) return failures < 5;
  return (status === 0 || status >= 500) && failures < 2;
}
const client = new QueryClient({ defaultOptions: { queries: { retry: worthAsking, refetchOnWindowFocus: false } } });

/** antd's locale files are CommonJS: bundler and Node disagree about their default. */
const localeOf = (module: unknown) =>
  ((module as { default?: unknown }).default ?? module) as NonNullable<ConfigProviderProps['locale']>;

function Themed() {
  const { language } = useLanguage();
  return (
    <ConfigProvider
      button={{ autoInsertSpace: false }}
      csp={{ nonce }}
      locale={localeOf(language === 'zh' ? zhCN : enUS)}
      theme={{
        algorithm: theme.compactAlgorithm,
        token: {
          // A dialog that waits for the end of its own movement stays where the reader wants none, or where the browser drops it.
          motion: false,
          fontFamily: 'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", sans-serif',
          colorPrimary: '#0b5cad',
          fontSize: 14,
          colorLink: '#0b5cad',
          colorError: '#b3140f',
          colorTextPlaceholder: '#5f6b7a',
          colorTextDescription: '#46566a',
        },
      }}
    >
      <App />
    </ConfigProvider>
  );
}

markStyles();
const root = document.getElementById('root');
if (!root) throw new Error('no #root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <LanguageProvider>
        <Themed />
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
);
