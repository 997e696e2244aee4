// What a request got wrong, field by field, in both languages (P12): field, value, rule, remedy instead of "must match pattern".
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { Finding } from '../../kernel/finding.ts';

/** What the JSON Schema validator reports (Ajv, verbose). */
export type InvalidInput = {
  readonly keyword?: string;
  readonly instancePath?: string;
  readonly message?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly data?: unknown;
};

const MOST = 50;
const both = (zh: string, en: string): Bilingual => ({ zh, en });
type Words = { readonly message: Bilingual; readonly remedy: Bilingual };
const say = (message: Bilingual, remedy: Bilingual): Words => ({ message, remedy });

const typeNames: Readonly<Record<string, Bilingual>> = {
  string: both('文本', 'text'),
  integer: both('整数', 'a whole number'),
  number: both('数字', 'a number'),
  boolean: both('true 或 false', 'true or false'),
  object: both('对象', 'an object'),
  array: both('列表', 'a list'),
  null: both('空', 'null'),
};
const formats: Readonly<Record<string, Bilingual>> = {
  uuid: both('编号（UUID）', 'an id (UUID)'),
  date: both('日期（yyyy-MM-dd）', 'a date (yyyy-MM-dd)'),
  'date-time': both('时刻（ISO 8601，UTC）', 'an instant (ISO 8601, UTC)'),
};

const words: Readonly<Record<string, (params: Readonly<Record<string, unknown>>) => Words>> = {
  required: (p) =>
    say(
      both(`缺少“${p.missingProperty}”`, `"${p.missingProperty}" is missing`),
      both(`请填写“${p.missingProperty}”`, `Give "${p.missingProperty}"`),
    ),
  additionalProperties: (p) =>
    say(
      both(`不认识的字段“${p.additionalProperty}”`, `"${p.additionalProperty}" is not a known field`),
      both(`请删除“${p.additionalProperty}”`, `Leave "${p.additionalProperty}" out`),
    ),
  type: (p) => {
    const want = typeNames[String(p.type)] ?? both(String(p.type), String(p.type));
    return say(both(`应为${want.zh}`, `must be ${want.en}`), both(`请填写${want.zh}`, `Give ${want.en}`));
  },
  enum: (p) => {
    const allowed = Array.isArray(p.allowedValues) ? p.allowedValues.join(', ') : '';
    return say(
      both('不在可选值之内', 'is not one of the values allowed'),
      both(`可选：${allowed}`, `Choose one of: ${allowed}`),
    );
  },
  const: (p) =>
    say(
      both(`应为“${p.allowedValue}”`, `must be "${p.allowedValue}"`),
      both(`请填写“${p.allowedValue}”`, `Give "${p.allowedValue}"`),
    ),
  minLength: (p) =>
    say(
      both(`至少 ${p.limit} 个字符`, `must have at least ${p.limit} characters`),
      both('请补全', 'Give the whole of it'),
    ),
  maxLength: (p) =>
    say(both(`至多 ${p.limit} 个字符`, `must have at most ${p.limit} characters`), both('请缩短', 'Make it shorter')),
  minItems: (p) =>
    say(both(`至少 ${p.limit} 项`, `must have at least ${p.limit} items`), both('请补充', 'Add what is missing')),
  maxItems: (p) =>
    say(both(`至多 ${p.limit} 项`, `must have at most ${p.limit} items`), both('请分次提交', 'Send it in parts')),
  minimum: (p) =>
    say(
      both(`不得小于 ${p.limit}`, `must be ${p.limit} or more`),
      both('请改为允许范围内的值', 'Give a value in the range'),
    ),
  maximum: (p) =>
    say(
      both(`不得大于 ${p.limit}`, `must be ${p.limit} or less`),
      both('请改为允许范围内的值', 'Give a value in the range'),
    ),
  pattern: (p) =>
    say(both('格式不符', 'does not have the right form'), both(`须符合 ${p.pattern}`, `It must match ${p.pattern}`)),
  format: (p) => {
    const want = formats[String(p.format)] ?? both(String(p.format), String(p.format));
    return say(both(`应为${want.zh}`, `must be ${want.en}`), both(`请按此格式填写：${want.zh}`, `Give ${want.en}`));
  },
  anyOf: () =>
    say(
      both('不符合任何一种允许的形式', 'fits none of the forms allowed'),
      both('请参照接口示例', 'See the example of the interface'),
    ),
};

const shown = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
        .replace(/\p{Cc}/gu, '·')
        .slice(0, 100)
    : undefined;

/** `/goods/2/hsCode` → `goods[2].hsCode`, under the part of the request it stands in. */
const pathOf = (part: string, pointer: string): string =>
  pointer
    .split('/')
    .slice(1)
    // RFC 6901: a name with a slash or a tilde in it is named as it was sent.
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce((path, step) => (/^\d+$/.test(step) ? `${path}[${step}]` : `${path}.${step}`), part);

export function describeInvalid(errors: readonly InvalidInput[], part: string): Finding[] {
  return errors.slice(0, MOST).map((error) => {
    const keyword = error.keyword ?? 'schema';
    const said = words[keyword]?.(error.params ?? {}) ?? {
      message: both(`不符合规则“${keyword}”`, error.message ?? keyword),
      remedy: both('请参照接口定义', 'See the description of the interface'),
    };
    const value = keyword === 'required' ? undefined : shown(error.data);
    return {
      path: pathOf(part, error.instancePath ?? ''),
      ...(value === undefined ? {} : { value }),
      rule: keyword,
      ruleVersion: '1',
      severity: 'error',
      ...said,
    };
  });
}

/** One line that names the fields, for the problem's own text. */
export const invalidText = (findings: readonly Finding[]): Bilingual => ({
  zh: findings.map((f) => `${f.path} ${f.message.zh}`).join('；'),
  en: findings.map((f) => `${f.path} ${f.message.en}`).join('; '),
});
