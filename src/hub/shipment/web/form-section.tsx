// One section of the form: boxes for the head, a grid for rows (P10).
import { Button } from 'antd';
import type { Finding } from '../../../kernel/finding.ts';
import { useSay } from '../../../web/language.tsx';
import type { ElementView, RecipientIndex, SectionView } from '../contract.ts';
import { Field } from './form-field.tsx';
import { isNeeded, rowsOf, textOf } from './form-values.ts';
import { GoodsImport } from './goods-import.tsx';
import { GoodsTotals } from './goods-totals.tsx';
import { PathName } from './path-name.tsx';
import { RowsGrid } from './rows-grid.tsx';
import type { FormEditor } from './use-form-editor.ts';

export type SectionProps = {
  readonly section: SectionView;
  /** Elements to show; of a row the whole list is in its detail. */
  readonly shown: readonly ElementView[];
  readonly elements: readonly ElementView[];
  readonly editor: FormEditor;
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  readonly recipients: RecipientIndex;
  readonly goTo: string | undefined;
};

export function FormSection(props: SectionProps) {
  const { section, shown, editor, findings, recipients } = props;
  const say = useSay();
  if (section.group !== 'head') return <RowsSection {...props} />;
  return (
    <section id={`section-${section.id}`} className="card" aria-label={say(section.label)}>
      <h2>{say(section.label)}</h2>
      <div className="grid">
        {shown.map((e) => (
          <Field
            key={e.id}
            element={e}
            path={e.id}
            value={textOf(editor.form, e.id)}
            disabled={!editor.editable}
            needed={isNeeded(e, editor.form)}
            findings={findings.get(e.id)}
            recipients={recipients[e.id]}
            onChange={editor.setHead}
          />
        ))}
      </div>
    </section>
  );
}

function RowsSection({ section, shown, elements, editor, findings, recipients, goTo }: SectionProps) {
  const say = useSay();
  const { group } = section;
  if (group === 'head') return null;
  const rows = rowsOf(editor.form, group);
  const disabled = !editor.editable;
  const ofGroup = findings.get(group) ?? [];
  const grid = rows.length > 0 && (
    <RowsGrid
      group={group}
      label={say(section.label)}
      columns={shown.filter((e) => e.id !== 'lineNumber')}
      elements={elements}
      rows={rows}
      disabled={disabled}
      findings={findings}
      recipients={recipients}
      setRows={editor.setRows}
      goTo={goTo}
    />
  );
  const problems = [...findings].filter(
    ([path, list]) => path.startsWith(`${group}[`) && list.some((f) => f.severity === 'error'),
  );
  return (
    <section id={`section-${section.id}`} className="card" aria-label={say(section.label)}>
      <div className="bar">
        <h2>
          {say(section.label)} ({rows.length})
        </h2>
        <Button size="small" disabled={disabled} onClick={() => editor.setRows(group, (all) => [...all, {}])}>
          {say('添加一行', 'Add a row')}
        </Button>
      </div>
      {ofGroup.map((f) => (
        <div key={f.rule} className="finding">
          {say(f.message)} — {say(f.remedy)}
        </div>
      ))}
      {group === 'goods' ? (
        <GoodsImport disabled={disabled} onRows={(read) => editor.setRows(group, (all) => [...all, ...read])}>
          {grid}
          <GoodsTotals form={editor.form} />
        </GoodsImport>
      ) : (
        grid
      )}
      {problems.length > 0 && (
        <ul className="finding rows-findings">
          {problems.slice(0, 20).flatMap(([path, list]) =>
            list.map((f) => (
              <li key={path + f.rule}>
                <PathName path={path} />: {say(f.message)} — {say(f.remedy)}
              </li>
            )),
          )}
        </ul>
      )}
    </section>
  );
}
