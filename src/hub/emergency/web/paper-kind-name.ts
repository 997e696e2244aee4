// What an authority decided, in words.
const names: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  inspect: { zh: '查验', en: 'Inspect' },
  hold: { zh: '布控', en: 'Hold' },
  release: { zh: '放行', en: 'Release' },
  'conditional-release': { zh: '附条件放行', en: 'Conditional release' },
  refuse: { zh: '不予放行', en: 'Refuse' },
  withdraw: { zh: '撤回', en: 'Withdraw' },
};
export const paperKindName = (kind: string) => names[kind] ?? { zh: kind, en: kind };
