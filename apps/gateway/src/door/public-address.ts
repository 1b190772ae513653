/** The address that people open. */
export class PublicAddress {
  readonly origin: string;
  readonly secure: boolean;
  constructor(url: string) {
    this.origin = new URL(url).origin;
    this.secure = url.startsWith('https:');
  }
}
