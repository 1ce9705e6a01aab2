/** Has the browser fetch a file that the server hands out; the session goes along. */
export function download(url: string) {
  const link = document.createElement('a');
  link.href = url;
  link.download = '';
  link.click();
}
