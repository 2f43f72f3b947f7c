import { Agent, type IncomingMessage, request } from 'node:http';

export interface ServerSentEvent {
  readonly id: string | null;
  readonly event: string;
  readonly data: Readonly<Record<string, string>>;
}

/** A client of server-sent events: what came so far, and waiting for what comes. */
export class EventStream {
  readonly events: ServerSentEvent[] = [];
  comments = 0;
  ended = false;
  readonly response: IncomingMessage;
  #rest = '';
  #waiting: (() => void)[] = [];

  private constructor(response: IncomingMessage) {
    this.response = response;
    response.setEncoding('utf8');
    response.on('data', (text: string) => this.#take(text));
    response.on('close', () => {
      this.ended = true;
      this.#notify();
    });
    response.on('error', () => {});
  }

  static async open(url: string, headers: Readonly<Record<string, string>>): Promise<EventStream> {
    const agent = new Agent({ keepAlive: false });
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      request(url, { agent, headers: { accept: 'text/event-stream', ...headers } }, resolve)
        .on('error', reject)
        .end();
    });
    return new EventStream(response);
  }

  /** Waits until the condition holds; the test's own time limit ends a wait in vain. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise<void>(resolve => this.#waiting.push(resolve));
  }

  of(event: string): readonly ServerSentEvent[] {
    return this.events.filter(sent => sent.event === event);
  }

  close(): void {
    this.response.destroy();
  }

  #take(text: string): void {
    const blocks = (this.#rest + text).split('\n\n');
    this.#rest = blocks.pop() ?? '';
    for (const block of blocks) this.#read(block.split('\n'));
    this.#notify();
  }

  #read(lines: readonly string[]): void {
    const field = (name: string) =>
      lines.find(line => line.startsWith(`${name}: `))?.slice(name.length + 2) ?? null;
    const event = field('event');
    if (event === null) this.comments += lines.filter(line => line.startsWith(':')).length;
    else this.events.push({ id: field('id'), event, data: JSON.parse(field('data') ?? '{}') });
  }

  #notify(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
