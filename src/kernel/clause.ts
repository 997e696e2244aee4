// Clauses as the rule tables cite them (`B16 三(一)3(1); CQ18 3`) and as people know them: by the notice's own number.
const notices: Readonly<Record<string, string>> = {
  B16: '渝府办发〔2016〕65号',
  CQ18: '渝府办〔2018〕6号',
  GF18: '国发〔2018〕37号',
  NB18: '甬口岸〔2018〕12号',
};

/** `B16 三(一)3(1); 三(二) 边检` → `渝府办发〔2016〕65号 三(一)3(1)；三(二) 边检`. Names it does not know stay as they are. */
export const spellClause = (clause: string): string =>
  clause
    .split(';')
    .map((part) => part.trim().replace(/^[A-Z]+\d+(?=\s)/, (name) => notices[name] ?? name))
    .join('；');
