// The composite form (综合表格, P10), drawn from the element dictionary: sections with their findings at the side, findings in
// place with proposals, code search, goods in a grid, who receives each element, and the counter of boxes filled.
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Finding } from '../../../kernel/finding.ts';
import { get } from '../../../web/api.ts';
import { ProblemNote, Shown } from '../../../web/kit.tsx';
import { useSay } from '../../../web/language.tsx';
import { BookingOffer } from '../../carriage/web/booking-offer.tsx';
import type { Dictionary, ElementView, RecipientIndex, SectionView, ShipmentView } from '../contract.ts';
import { FormAttachments } from './form-attachments.tsx';
import { FormSection } from './form-section.tsx';
import { FormToolbar } from './form-toolbar.tsx';
import { hasValue, isNeeded, rowsOf, textOf } from './form-values.ts';
import { useDictionary } from './path-name.tsx';
import { useFormEditor } from './use-form-editor.ts';

const forever = { staleTime: Number.POSITIVE_INFINITY } as const;
const nobody: RecipientIndex = {};
const alwaysShown = new Set(['goods', 'containers', 'pieces', 'licences']);

export default function CompositeForm() {
  const { id } = useParams({ strict: false }) as { id: string };
  const shipment = useQuery({
    queryKey: ['form', id],
    queryFn: () => get<ShipmentView>(`/shipments/${id}`),
    ...forever,
    gcTime: 0,
  });
  const dictionary = useDictionary();
  return (
    <Shown query={shipment}>
      {(view) => <Shown query={dictionary}>{(words) => <Editor view={view} dictionary={words} />}</Shown>}
    </Shown>
  );
}

function Editor({ view, dictionary }: { view: ShipmentView; dictionary: Dictionary }) {
  const say = useSay();
  const navigate = useNavigate();
  const editor = useFormEditor(view);
  const [all, setAll] = useState(false);
  const [goTo, setGoTo] = useState<string>();
  const at = useRef('');
  const recipients = useQuery({
    queryKey: ['recipients'],
    queryFn: () => get<RecipientIndex>('/elements/recipients'),
    ...forever,
  });
  const findings = useMemo(() => new Map(Map.groupBy(editor.findings, (f) => f.path)), [editor.findings]);
  const bySection = useMemo(() => Map.groupBy(dictionary.elements, (e) => e.section), [dictionary]);
  const { form, attempt, save, checkAll, setRows, editable } = editor;

  const submit = (reason: string) =>
    void attempt(async () => {
      await editor.submit(reason);
      await navigate({ to: '/shipments/$id', params: { id: view.id } });
    });
  /** Shows a place of the form and puts the cursor there; an element that is not usually shown is shown now. */
  const show = useCallback((path: string) => {
    at.current = path;
    setGoTo(undefined);
    if (!path.includes('[') && !document.getElementById(path)) setAll(true);
    afterDrawing(() => {
      setGoTo(path);
      const box =
        document.getElementById(path) ?? document.querySelector<HTMLElement>(`#section-${CSS.escape(path)} button`);
      box?.focus();
    });
  }, []);
  const asked = (useSearch({ strict: false }) as { at?: string }).at;
  useEffect(() => {
    if (asked) show(asked);
  }, [asked, show]);
  const nextFinding = useCallback(() => {
    const rank = { error: 0, warning: 1, advice: 2 } as const;
    const paths = [...editor.findings].sort((a, b) => rank[a.severity] - rank[b.severity]).map((f) => f.path);
    const next = paths[(paths.indexOf(at.current) + 1) % paths.length];
    if (next !== undefined) show(next);
  }, [editor.findings, show]);

  const addGoods = useCallback(() => {
    const row = rowsOf(form, 'goods').length;
    setRows('goods', (rows) => [...rows, {}]);
    show(`goods[${row}].hsCode`);
  }, [form, setRows, show]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const held = event.ctrlKey || event.metaKey;
      if (event.key === 'F8') nextFinding();
      else if (held && event.key === 'Enter') void attempt(checkAll);
      else if (held && event.key === 's') {
        if (editable) void attempt(() => save());
      } else if (event.altKey && event.code === 'KeyN' && editable) addGoods();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [attempt, save, checkAll, nextFinding, addGoods, editable]);

  const sections = dictionary.sections.flatMap((section) => {
    const elements = bySection.get(section.id) ?? [];
    const shown = elements.filter(
      (e) => all || e.usual || isNeeded(e, form) || hasValue(form, e) || findings.has(e.id),
    );
    return isShown(section, shown, all, rowsOf(form, section.group).length) ? [{ section, elements, shown }] : [];
  });
  return (
    <>
      <div className="bar">
        <h1>
          <Link to="/shipments/$id" params={{ id: view.id }}>
            {view.number}
          </Link>{' '}
          {view.amending ? say('修改申报', 'Amendment') : say('综合申报表', 'Composite form')}
        </h1>
        <span className="soft">{view.traderReference}</span>
      </div>
      <FormToolbar
        editor={editor}
        amending={view.amending}
        all={all}
        setAll={setAll}
        onSubmit={submit}
        onNextFinding={nextFinding}
      />
      {editor.problem !== undefined && <ProblemNote error={editor.problem} />}
      {editor.other && (
        <Alert
          type="warning"
          showIcon
          title={say('您填写期间，他人保存了另一版', 'Somebody else saved while you were typing')}
          description={say(
            '您的内容还在本页，尚未写入。请选择保留哪一版。',
            'What you typed is still here and not saved. Choose which to keep.',
          )}
          action={
            <div className="bar">
              <Button onClick={editor.takeTheirs}>{say('用对方的', 'Take theirs')}</Button>
              <Button danger onClick={() => void editor.keepMine()}>
                {say('用我的覆盖', 'Keep mine')}
              </Button>
            </div>
          }
        />
      )}
      {editable && (
        <BookingOffer
          shipmentId={view.id}
          value={textOf(form, 'bookingNumber')}
          set={(number) => editor.setHead('bookingNumber', number)}
        />
      )}
      <div className="form-page">
        <SectionNav sections={sections} findings={editor.findings} />
        <div>
          {sections.map(({ section, elements, shown }) => (
            <FormSection
              key={section.id}
              section={section}
              elements={elements}
              shown={shown}
              editor={editor}
              findings={findings}
              recipients={recipients.data ?? nobody}
              goTo={goTo}
            />
          ))}
          <FormAttachments shipmentId={view.id} disabled={!editable} />
        </div>
      </div>
    </>
  );
}

/** Two frames: the first draws what the state change asks for. */
const afterDrawing = (act: () => void) => requestAnimationFrame(() => requestAnimationFrame(act));

function isShown(section: SectionView, shown: readonly ElementView[], all: boolean, rows: number): boolean {
  if (section.group === 'head') return shown.length > 0;
  if (section.group === 'carried') return rows > 0;
  return all || rows > 0 || alwaysShown.has(section.group);
}

/** The sections at the side, each with the number of its findings. */
function SectionNav({
  sections,
  findings,
}: {
  sections: readonly { section: SectionView; elements: readonly ElementView[] }[];
  findings: readonly Finding[];
}) {
  const say = useSay();
  return (
    <nav className="section-nav" aria-label={say('表单分区', 'Sections of the form')}>
      {sections.map(({ section, elements }) => {
        const ids = new Set(elements.map((e) => e.id));
        const count = findings.filter((f) =>
          section.group === 'head'
            ? ids.has(f.path)
            : f.path === section.group || f.path.startsWith(`${section.group}[`),
        ).length;
        return (
          <a key={section.id} href={`#section-${section.id}`}>
            {say(section.label)}
            {count > 0 && <span className="tag tag-red">{count}</span>}
          </a>
        );
      })}
    </nav>
  );
}
