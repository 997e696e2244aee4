// Chinese first, English complete: every text is written in both at the place where it is used, in the same shape the
// server speaks (kernel/bilingual.ts).
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { Bilingual } from '../kernel/bilingual.ts';

export type Language = 'zh' | 'en';
type Speaking = { readonly language: Language; setLanguage(language: Language): void };
const Context = createContext<Speaking>({ language: 'zh', setLanguage: () => undefined });

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() => (localStorage.getItem('language') === 'en' ? 'en' : 'zh'));
  useEffect(() => {
    localStorage.setItem('language', language);
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [language]);
  const value = useMemo(() => ({ language, setLanguage }), [language]);
  return <Context.Provider value={value}>{children}</Context.Provider>;
}
export const useLanguage = (): Speaking => useContext(Context);
/** `say('中文', 'English')` or `say(bilingual)`. */
export function useSay(): (zh: string | Bilingual, en?: string) => string {
  const { language } = useLanguage();
  return (zh, en) => (typeof zh === 'string' ? (language === 'zh' ? zh : (en ?? zh)) : zh[language]);
}
/** Instants in the port's own time, UTC+8. */
export function useTime(): (instant: string | undefined) => string {
  const { language } = useLanguage();
  return (instant) =>
    instant
      ? new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
          timeZone: 'Asia/Shanghai',
          month: '2-digit',
          day: '2-digit',
          hour: '2-digit',
          minute: '2-digit',
          hour12: false,
        }).format(new Date(instant))
      : '–';
}
