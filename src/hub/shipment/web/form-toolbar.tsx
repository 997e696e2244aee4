// The bar that stays in sight: save state, check, file, the counter of boxes filled for the clerk, keys and templates (P10).
import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal, Popover, Switch } from 'antd';
import { useState } from 'react';
import { send } from '../../../web/api.ts';
import { useSay, useTime } from '../../../web/language.tsx';
import type { Form } from '../contract.ts';
import type { FormEditor } from './use-form-editor.ts';

export function FormToolbar({
  editor,
  amending,
  all,
  setAll,
  onSubmit,
  onNextFinding,
}: {
  editor: FormEditor;
  amending: boolean;
  all: boolean;
  setAll: (all: boolean) => void;
  onSubmit: (reason: string) => void;
  onNextFinding: () => void;
}) {
  const say = useSay();
  const [reason, setReason] = useState('');
  const { editable, attempt, save, checkAll, findings, plan } = editor;
  const errors = findings.filter((f) => f.severity === 'error').length;
  return (
    <div className="card bar toolbar">
      <Button disabled={!editable} onClick={() => void attempt(() => save())}>
        {say('保存', 'Save')}
      </Button>
      <Button onClick={() => void attempt(checkAll)}>{say('检查', 'Check')}</Button>
      {amending && (
        <Input
          aria-label={say('修改原因', 'Reason of the amendment')}
          placeholder={say('修改原因', 'Reason of the amendment')}
          value={reason}
          onChange={(e) => setReason(e.target.value)}
          style={{ width: 200 }}
        />
      )}
      <Button type="primary" disabled={!editable} onClick={() => onSubmit(reason)}>
        {say('一次申报', 'File once')}
      </Button>
      <SaveNote editor={editor} />
      <span className="grow" />
      {plan && (
        <Popover
          trigger="click"
          title={say('为您填写的单证', 'Documents filled for you')}
          content={
            <table className="plain">
              <tbody>
                {plan.documents.map((d) => (
                  <tr key={d.document}>
                    <td>{say(d.channelName)}</td>
                    <td>{say(d.name)}</td>
                    <td>{say(`${d.boxes} 栏`, `${d.boxes} boxes`)}</td>
                    <td className="soft">{say(d.because)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          }
        >
          <Button size="small" className="counter">
            {say(
              `您填 ${plan.typed} 项 → ${plan.documents.length} 份单证 ${plan.filed} 栏`,
              `You typed ${plan.typed} → ${plan.filed} boxes in ${plan.documents.length} documents`,
            )}
          </Button>
        </Popover>
      )}
      {findings.length > 0 && (
        <Button size="small" danger={errors > 0} onClick={onNextFinding}>
          {errors > 0
            ? say(`${errors} 处错误`, `${errors} errors`)
            : say(`${findings.length} 条提示`, `${findings.length} hints`)}{' '}
          (F8)
        </Button>
      )}
      <span>
        <Switch size="small" checked={all} onChange={setAll} aria-label={say('显示全部项', 'Show all elements')} />{' '}
        {say('显示全部项', 'All elements')}
      </span>
      <KeepTemplate form={editor.form} />
      <Keys />
    </div>
  );
}

function SaveNote({ editor: { saveState, savedAt, editable } }: { editor: FormEditor }) {
  const say = useSay();
  const time = useTime();
  const words = {
    saved: savedAt ? say(`已保存 ${time(savedAt)}`, `Saved ${time(savedAt)}`) : say('已保存', 'Saved'),
    changed: say('有未保存的修改', 'Unsaved changes'),
    saving: say('正在保存…', 'Saving…'),
    failed: say('保存失败，将随下次修改重试', 'Not saved; tried again with the next change'),
    conflict: say('他人已修改', 'Changed by somebody else'),
  };
  return (
    <span className="soft save-note" role="status">
      {editable ? words[saveState] : say('只读', 'Read only')}
    </span>
  );
}

function KeepTemplate({ form }: { form: Form }) {
  const say = useSay();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [kept, setKept] = useState(false);
  const keep = async () => {
    await send('POST', '/shipment-templates', { name, form });
    await client.invalidateQueries({ queryKey: ['templates'] });
    setKept(true);
    setOpen(false);
  };
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {kept ? say('已存为模板', 'Kept as template') : say('存为模板', 'Keep as template')}
      </Button>
      <Modal
        open={open}
        title={say('存为模板', 'Keep as template')}
        okText={say('保存', 'Save')}
        okButtonProps={{ disabled: name.trim() === '' }}
        onCancel={() => setOpen(false)}
        onOk={() => void keep()}
      >
        <label htmlFor="template-name">{say('名称', 'Name')}</label>
        <Input id="template-name" maxLength={80} value={name} onChange={(e) => setName(e.target.value)} />
      </Modal>
    </>
  );
}

function Keys() {
  const say = useSay();
  const keys: readonly (readonly [string, string])[] = [
    ['Ctrl+S', say('保存', 'Save')],
    ['Ctrl+Enter', say('检查', 'Check')],
    ['F8', say('下一处问题', 'Next finding')],
    ['Alt+N', say('添加商品行', 'Add a goods line')],
    [
      'Enter / ↑ ↓',
      say('在表格中上下移动；列出代码时选择', 'Move up and down in a grid; choose where codes are listed'),
    ],
    ['Alt+↓', say('列出该格的代码', 'List the codes of a cell')],
    ['Ctrl+V', say('在表格中粘贴多行', 'Paste many cells into a grid')],
  ];
  return (
    <Popover
      trigger="click"
      title={say('键盘', 'Keyboard')}
      content={
        <dl className="keys">
          {keys.map(([key, what]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
      }
    >
      <Button size="small" aria-label={say('键盘快捷键', 'Keyboard shortcuts')}>
        ⌨
      </Button>
    </Popover>
  );
}
