// How every reader of settings says what is wrong with one: all of them are collected and told at once (`config.ts`).
export type Env = Readonly<Record<string, string | undefined>>;
/** Name, value as it may be shown, and the rule in both languages. */
export type Bad = (name: string, value: string | undefined, zh: string, en: string) => void;
