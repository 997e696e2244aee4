// Wire shapes of the foreign exchange directory (货物贸易外汇收支企业名录登记; N7, SC 22): what an enterprise applies for, what the administration
// says of it, and what comes next.
import type { Bilingual } from '../../kernel/bilingual.ts';

export const applicationKinds = ['register', 'change', 'cancel'] as const;
export type ApplicationKind = (typeof applicationKinds)[number];
export const kindNames: Readonly<Record<ApplicationKind, Bilingual>> = {
  register: { zh: '名录登记', en: 'Registration' },
  change: { zh: '名录变更', en: 'Change' },
  cancel: { zh: '名录注销', en: 'Cancellation' },
};
/** `sent`: on its way, or with the administration and not answered. `returned`: it is the enterprise's turn. */
export const applicationStates = ['sent', 'accepted', 'returned', 'approved', 'refused'] as const;
export type ApplicationState = (typeof applicationStates)[number];
export const stateNames: Readonly<Record<ApplicationState, Bilingual>> = {
  sent: { zh: '已提交', en: 'Sent' },
  accepted: { zh: '已受理', en: 'Accepted for examination' },
  returned: { zh: '退回补正', en: 'Sent back' },
  approved: { zh: '已办结', en: 'Approved' },
  refused: { zh: '不予办理', en: 'Refused' },
};
export const answerOutcomes = ['accepted', 'returned', 'approved', 'refused'] as const;
export type AnswerOutcome = (typeof answerOutcomes)[number];

export const fieldIds = [
  'name',
  'nameEn',
  'uscc',
  'customsCode',
  'address',
  'postcode',
  'legalRepresentative',
  'inSpecialZone',
  'directoryNumber',
  'changes',
  'reason',
  'contactName',
  'contactPhone',
  'contactEmail',
  'reference',
] as const;
export type FieldId = (typeof fieldIds)[number];
export type DirectoryForm = { readonly [K in FieldId]?: string };
/** One box of the form. `kinds`: which applications have it. */
export type FormField = {
  readonly id: FieldId;
  readonly name: Bilingual;
  readonly kinds: readonly ApplicationKind[];
  readonly length: number;
  readonly optional?: true;
  /** The organisation's own, as it is registered here: it applies for itself and nobody else. */
  readonly own?: true;
  /** `1` or `0`. */
  readonly flag?: true;
};
const every = applicationKinds;
const standing: readonly ApplicationKind[] = ['register', 'change'];
export const formFields: readonly FormField[] = [
  { id: 'name', name: { zh: '企业名称', en: 'Name of the enterprise' }, kinds: every, length: 100 },
  { id: 'nameEn', name: { zh: '企业英文名称', en: 'Name in English' }, kinds: standing, length: 150, optional: true },
  {
    id: 'uscc',
    name: { zh: '统一社会信用代码', en: 'Unified social credit code' },
    kinds: every,
    length: 18,
    own: true,
  },
  { id: 'customsCode', name: { zh: '海关注册编码', en: 'Customs registration' }, kinds: standing, length: 10 },
  { id: 'address', name: { zh: '注册地址', en: 'Registered address' }, kinds: standing, length: 200 },
  { id: 'postcode', name: { zh: '邮政编码', en: 'Postcode' }, kinds: standing, length: 6 },
  { id: 'legalRepresentative', name: { zh: '法定代表人', en: 'Legal representative' }, kinds: standing, length: 60 },
  {
    id: 'inSpecialZone',
    name: { zh: '是否海关特殊监管区域内企业', en: 'In a zone under special customs supervision' },
    kinds: standing,
    length: 1,
    flag: true,
  },
  {
    id: 'directoryNumber',
    name: { zh: '名录登记编号', en: 'Number in the directory' },
    kinds: ['change', 'cancel'],
    length: 40,
  },
  { id: 'changes', name: { zh: '变更内容', en: 'What is changed' }, kinds: ['change'], length: 300 },
  { id: 'reason', name: { zh: '注销原因', en: 'Why it is cancelled' }, kinds: ['cancel'], length: 300 },
  { id: 'contactName', name: { zh: '联系人', en: 'Contact' }, kinds: every, length: 60 },
  { id: 'contactPhone', name: { zh: '联系电话', en: 'Telephone' }, kinds: every, length: 30 },
  { id: 'contactEmail', name: { zh: '联系邮箱', en: 'E-mail' }, kinds: every, length: 254, optional: true },
  { id: 'reference', name: { zh: '企业内部编号', en: 'Own reference' }, kinds: every, length: 60, optional: true },
];
export const fieldsOf = (kind: ApplicationKind): readonly FormField[] =>
  formFields.filter((field) => field.kinds.includes(kind));

/** What stands in the directory from a day on. */
export type DirectoryEntry = {
  readonly number: string;
  readonly grade: 'A' | 'B' | 'C';
  /** `ended`: cancelled. */
  readonly state: 'registered' | 'ended';
  readonly from: string;
  readonly validTo?: string;
};
export type AnswerView = {
  /** Which version of the application it is about. */
  readonly version: number;
  readonly outcome: AnswerOutcome;
  readonly text: Bilingual;
  readonly at: string;
  readonly partnerNumber?: string;
  /** The box that is meant. */
  readonly field?: FieldId;
  readonly entry?: DirectoryEntry;
  readonly simulated: boolean;
};
export type ApplicationView = {
  readonly id: string;
  readonly number: string;
  readonly kind: ApplicationKind;
  readonly state: ApplicationState;
  readonly version: number;
  readonly form: DirectoryForm;
  readonly filedAt: string;
  readonly filedBy: string;
  /** On its way to the administration; absent until it is written. */
  readonly delivery?: {
    readonly state: string;
    readonly attempts: number;
    readonly deliveredAt?: string;
  };
  /** In the order they were said. */
  readonly answers: readonly AnswerView[];
  readonly whatNext: Bilingual;
  /** What the reader may do with it now. */
  readonly can: readonly 'correct'[];
  readonly simulated: boolean;
};
/** A form to begin with, and where the enterprise stands as far as it was told here. */
export type BlankForm = {
  readonly kind: ApplicationKind;
  readonly form: DirectoryForm;
  readonly listed?: {
    readonly number: string;
    readonly grade?: string;
    readonly state: 'registered' | 'ended' | 'refused';
  };
};

/** What the administration says of an application; the exchange joins it by our number. */
export type DirectoryFact = {
  readonly fact: 'directory-answered';
  readonly about: { readonly clientNumber: string };
  readonly outcome: AnswerOutcome;
  readonly text: Bilingual;
  readonly at: string;
  readonly partnerNumber?: string;
  /** The field of its own form that is meant. */
  readonly partnerField?: string;
  readonly entry?: DirectoryEntry;
};

type OfApplication = { applicationId: string; organisationId: string; number: string; kind: ApplicationKind };
export type DirectoryEvents = {
  /** Of no case: the enterprise's own affair. What it wrote is asked for, not told to everybody. */
  'directory.applied': OfApplication & { version: number };
  'directory.changed': OfApplication & { version: number; state: ApplicationState; text: Bilingual; grade?: string };
};
