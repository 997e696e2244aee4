// The page behind the link of a letter, for readers whose mail program does not do it with one click: looking changes nothing, the
// button does. Pure.
export const pageStyle = 'body{font-family:sans-serif;max-width:36rem;margin:3rem auto;padding:0 1rem}';
const page = (body: string): string =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<title>退订邮件通知 / Stop e-mail notices</title><style>${pageStyle}</style></head>` +
  `<body><main><h1>国际贸易单一窗口 Portico</h1>${body}</main></body></html>`;

/** The token stays in the address, to which the form posts back. */
export const askPage = (): string =>
  page(
    '<p>停止向此邮箱发送通知？</p><p lang="en">Stop sending notices to this address?</p>' +
      '<form method="post"><button type="submit">停止 / Stop</button></form>',
  );
export const donePage = (): string =>
  page('<p>已停止发送。</p><p lang="en">No more notices are sent to this address.</p>');
