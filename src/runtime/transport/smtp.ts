// Hands letters to the mail server (M2): one connection for several letters, TLS unless the server is on this machine, bounded times.
// What a letter says is given only when the server is connected and has let us in, so that it was judged a moment ago (R17).
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';

export type Letter = {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly date: string;
  /** Without the angle brackets; the same at every attempt. */
  readonly messageId: string;
  readonly headers: Readonly<Record<string, string>>;
};
/** `refused-for-good`: the recipient’s server answered 5xx to the recipient or the letter; anything else may come right. */
export type MailOutcome = { readonly result: 'accepted' | 'refused-for-good' | 'not-now'; readonly detail: string };
export type MailSession = { send(letter: Letter): Promise<MailOutcome>; close(): void };

const TIMES = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000, dnsTimeout: 10_000 };
const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/;

type Failure = Error & { code?: string; responseCode?: number; command?: string };
const detailOf = (error: Failure): string =>
  error.responseCode ? `SMTP ${error.responseCode}` : (error.code ?? error.name);

/** Throws where the server cannot be reached or does not let us in. */
export async function openMailSession(address: string): Promise<MailSession> {
  const url = new URL(address);
  const secure = url.protocol === 'smtps:';
  const connection = new SMTPConnection({
    ...TIMES,
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && !loopback.test(url.hostname),
  });
  let lost: Failure | undefined;
  const connected = new Promise<void>((resolve, reject) => {
    connection.on('error', (error: Failure) => {
      lost = error;
      reject(error);
    });
    connection.once('end', () => {
      lost ??= Object.assign(new Error('the mail server closed the connection'), { code: 'ECONNECTION' });
      reject(lost);
    });
    connection.connect(() => resolve());
  });
  await connected;
  if (url.username) {
    const user = decodeURIComponent(url.username);
    const pass = decodeURIComponent(url.password);
    await new Promise<void>((resolve, reject) =>
      connection.login({ user, pass, credentials: { user, pass } }, (error) => (error ? reject(error) : resolve())),
    ).catch((error: unknown) => {
      connection.close();
      throw error;
    });
  }
  return {
    send: async (letter) => {
      if (lost) return { result: 'not-now', detail: detailOf(lost) };
      return hand(connection, letter);
    },
    close: () => connection.quit(),
  };
}

/** Why a server cannot be used, for the letter’s record. */
export const describeMailFailure = (error: unknown): string => detailOf(error as Failure);

async function hand(connection: SMTPConnection, letter: Letter): Promise<MailOutcome> {
  const { from, to, subject, text, html, date, messageId, headers } = letter;
  const message = await new MailComposer({
    from,
    to: { name: '', address: to },
    subject,
    text,
    html,
    date,
    messageId: `<${messageId}>`,
    headers: { ...headers },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
  const sender = /<([^<>]+)>$/.exec(from)?.[1] ?? from;
  return new Promise((resolve) => {
    connection.send({ from: sender, to: [to] }, message, (error) => {
      if (!error) return resolve({ result: 'accepted', detail: 'SMTP 250' });
      const failure = error as Failure;
      const permanent = (failure.responseCode ?? 0) >= 500 && /^(RCPT TO|DATA)/i.test(failure.command ?? '');
      const done = () => resolve({ result: permanent ? 'refused-for-good' : 'not-now', detail: detailOf(failure) });
      // The next letter of this connection begins afresh; one that ends meanwhile answers nothing more.
      connection.once('end', done);
      connection.reset(done);
    });
  });
}
