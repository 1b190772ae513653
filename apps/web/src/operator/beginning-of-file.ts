/** In UTF-8 at most as many bytes as the preview takes characters. */
const mostBytes = 60_000;

/** The first whole lines of a file. */
export async function beginningOf(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.slice(0, mostBytes).arrayBuffer());
  const end = file.size <= mostBytes ? bytes.length : bytes.lastIndexOf(10) + 1 || bytes.length;
  return new TextDecoder().decode(bytes.subarray(0, end));
}
