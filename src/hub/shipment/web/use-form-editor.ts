// The state of the form page (P10): what is typed, what is saved, what was found. Saves by itself a moment after the last
// keystroke; when somebody else saved meanwhile nothing is overwritten until the clerk has chosen.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { ApiProblem, get, send } from '../../../web/api.ts';
import { useSession } from '../../../web/session.ts';
import { signFilingHere } from '../../signatures/web/device-key.ts';
import type { CheckResult, Form, FormRow, GroupId, SaveResult, ShipmentView, SubmitResult } from '../contract.ts';
import { rowsOf } from './form-values.ts';

const AUTOSAVE_MS = 2500;
export type SaveState = 'saved' | 'changed' | 'saving' | 'failed' | 'conflict';

export function useFormEditor(view: ShipmentView) {
  const personId = useSession().data?.user.id;
  const [form, setForm] = useState<Form>(view.form);
  const [revision, setRevision] = useState(view.revision);
  const [saveState, setSaveState] = useState<SaveState>('saved');
  const [savedAt, setSavedAt] = useState<string>();
  const [check, setCheck] = useState<Partial<CheckResult>>({ findings: view.findings });
  const [problem, setProblem] = useState<unknown>();
  const [other, setOther] = useState<ShipmentView>();
  const editable = view.can.includes('edit');
  const latest = useRef(form);
  latest.current = form;
  const autosave = useRef<() => void>(() => undefined);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const saving = useRef<Promise<number> | undefined>(undefined);

  const change = useCallback((make: (form: Form) => Form) => {
    setForm(make);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => autosave.current(), AUTOSAVE_MS);
    setSaveState((s) => (s === 'conflict' ? s : 'changed'));
  }, []);
  const setHead = useCallback((id: string, value: string) => change((f) => ({ ...f, [id]: value })), [change]);
  const setRows = useCallback(
    (group: GroupId, make: (rows: readonly FormRow[]) => readonly FormRow[]) =>
      change((f) => {
        const rows = make(rowsOf(f, group));
        return { ...f, [group]: group === 'goods' ? rows.map((r, i) => ({ ...r, lineNumber: String(i + 1) })) : rows };
      }),
    [change],
  );

  const save = useCallback(
    async (at = revision): Promise<number> => {
      await saving.current?.catch(() => undefined);
      const sent = latest.current;
      setSaveState('saving');
      const run = send<SaveResult>('PUT', `/shipments/${view.id}/form`, { form: sent, revision: at }).then((result) => {
        setRevision(result.revision);
        setCheck(result);
        setSavedAt(new Date().toISOString());
        setSaveState(latest.current === sent ? 'saved' : 'changed');
        setProblem(undefined);
        return result.revision;
      });
      saving.current = run;
      return run;
    },
    [revision, view.id],
  );

  /** Runs an act; a problem is shown, a conflict asks. */
  const attempt = useCallback(
    async (act: () => Promise<unknown>) => {
      setProblem(undefined);
      try {
        await act();
      } catch (error) {
        if (error instanceof ApiProblem && error.code === 'SHIPMENT_CHANGED_MEANWHILE') {
          setOther(await get<ShipmentView>(`/shipments/${view.id}`));
          setSaveState('conflict');
          return;
        }
        setSaveState((s) => (s === 'saving' ? 'failed' : s));
        if (error instanceof ApiProblem && error.findings.length > 0)
          setCheck((c) => ({ ...c, findings: error.findings }));
        setProblem(error);
      }
    },
    [view.id],
  );

  // Starts again with every keystroke; runs what the newest render knows.
  autosave.current = () => {
    if (editable && saveState === 'changed') void attempt(() => save());
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (saveState === 'changed' || saveState === 'failed') event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [saveState]);

  const takeTheirs = useCallback(() => {
    if (!other) return;
    setForm(other.form);
    setRevision(other.revision);
    setCheck({ findings: other.findings });
    setOther(undefined);
    setSaveState('saved');
  }, [other]);
  const keepMine = useCallback(async () => {
    if (!other) return;
    setOther(undefined);
    await attempt(() => save(other.revision));
  }, [other, attempt, save]);

  const checkAll = useCallback(
    async () =>
      setCheck(
        await send<CheckResult>('POST', `/shipments/${view.id}/check`, { step: 'declare', form: latest.current }),
      ),
    [view.id],
  );
  // The counter stands from the first moment, not only after the first save.
  useEffect(() => {
    void send<CheckResult>('POST', `/shipments/${view.id}/check`, { step: 'draft', form: view.form })
      .then((first) => setCheck((c) => (c.plan ? c : first)))
      .catch(() => undefined);
  }, [view.id, view.form]);
  const submit = useCallback(
    async (reason: string) => {
      const at = await save();
      // Signed here over what this page shows, where this browser has a key; the server holds it to what it keeps.
      const filing = { shipmentId: view.id, version: view.version + 1, form: latest.current };
      const signature = await signFilingHere(personId, filing);
      return send<SubmitResult>('POST', `/shipments/${view.id}/submit`, {
        revision: at,
        ...(reason ? { reason } : {}),
        ...(signature ? { signature } : {}),
      });
    },
    [save, view.id, view.version, personId],
  );
  const findings = useMemo(() => check.findings ?? [], [check]);
  return {
    form,
    editable,
    findings,
    plan: check.plan,
    saveState,
    savedAt,
    problem,
    other,
    setHead,
    setRows,
    save,
    attempt,
    takeTheirs,
    keepMine,
    checkAll,
    submit,
  };
}
export type FormEditor = ReturnType<typeof useFormEditor>;
