// Schemas of the directory module (P12); the compiler holds them equal to `contract.ts`.
import { Type } from 'typebox';
import { Both, Day, Instant, shapeOf, Uuid } from '../../runtime/http/shapes.ts';
import {
  type AnswerView,
  type ApplicationView,
  answerOutcomes,
  applicationKinds,
  applicationStates,
  type BlankForm,
  type DirectoryEntry,
  type DirectoryForm,
  fieldIds,
  formFields,
  type FieldId,
} from './contract.ts';

export const exampleForm: DirectoryForm = {
  name: '重庆山城光电有限公司（演示）',
  nameEn: 'Chongqing Shancheng Optoelectronics (demo)',
  uscc: '91500103MA5UTRA017',
  customsCode: '5003160A01',
  address: '重庆市渝中区民生路 1 号',
  postcode: '400010',
  legalRepresentative: '周演示',
  inSpecialZone: '0',
  contactName: '周演示',
  contactPhone: '023-60000000',
};

const box = (id: FieldId) => {
  const field = formFields.find((one) => one.id === id);
  return Type.Optional(
    Type.String({
      maxLength: field?.length ?? 0,
      ...(exampleForm[id] ? { examples: [exampleForm[id]] } : {}),
      description: `${field?.name.zh} / ${field?.name.en}${field?.flag ? ': 1, 0' : ''}`,
    }),
  );
};
export const FormShape = shapeOf<DirectoryForm>()(
  'DirectoryForm',
  Type.Object({
    name: box('name'),
    nameEn: box('nameEn'),
    uscc: box('uscc'),
    customsCode: box('customsCode'),
    address: box('address'),
    postcode: box('postcode'),
    legalRepresentative: box('legalRepresentative'),
    inSpecialZone: box('inSpecialZone'),
    directoryNumber: box('directoryNumber'),
    changes: box('changes'),
    reason: box('reason'),
    contactName: box('contactName'),
    contactPhone: box('contactPhone'),
    contactEmail: box('contactEmail'),
    reference: box('reference'),
  }),
);
const Grade = Type.Enum(['A', 'B', 'C']);
const Entry = shapeOf<DirectoryEntry>()(
  'DirectoryEntry',
  Type.Object({
    number: Type.String(),
    grade: Grade,
    state: Type.Enum(['registered', 'ended']),
    from: Day,
    validTo: Type.Optional(Day),
  }),
);
const Answer = shapeOf<AnswerView>()(
  'DirectoryAnswer',
  Type.Object({
    version: Type.Integer(),
    outcome: Type.Enum([...answerOutcomes]),
    text: Both,
    at: Instant,
    partnerNumber: Type.Optional(Type.String()),
    field: Type.Optional(Type.Enum([...fieldIds])),
    entry: Type.Optional(Entry),
    simulated: Type.Boolean(),
  }),
);
export const Kind = Type.Enum([...applicationKinds]);
export const Application = shapeOf<ApplicationView>()(
  'DirectoryApplication',
  Type.Object({
    id: Uuid,
    number: Type.String(),
    kind: Kind,
    state: Type.Enum([...applicationStates]),
    version: Type.Integer(),
    form: FormShape,
    filedAt: Instant,
    filedBy: Type.String(),
    delivery: Type.Optional(
      Type.Object({
        state: Type.String({ description: 'queued, delivered, refused, dead' }),
        attempts: Type.Integer(),
        deliveredAt: Type.Optional(Instant),
      }),
    ),
    answers: Type.Array(Answer),
    whatNext: Both,
    can: Type.Array(Type.Literal('correct')),
    simulated: Type.Boolean(),
  }),
);
export const Blank = shapeOf<BlankForm>()(
  'DirectoryBlankForm',
  Type.Object({
    kind: Kind,
    form: FormShape,
    listed: Type.Optional(
      Type.Object({
        number: Type.String(),
        grade: Type.Optional(Type.String()),
        state: Type.Enum(['registered', 'ended', 'refused']),
      }),
    ),
  }),
);
