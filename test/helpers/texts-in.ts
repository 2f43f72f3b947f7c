/**
 * The texts of a TypeScript source, in their order: literals, and templates with `{}` for each value in them. Comments
 * and regular expressions are left out, and so is what stands in a `Text` as `en:` or `fr:`.
 */
export function textsIn(source: string): readonly string[] {
  return new Scanner(source).scan();
}

const QUOTES = `'"`;
const REGULAR_EXPRESSION = /^\/(?![/*\s])(?:[^\\[\n/]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\//;

class Scanner {
  readonly #source: string;
  readonly #texts: string[] = [];
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  scan(): readonly string[] {
    while (this.#at < this.#source.length) this.#step();
    return this.#texts;
  }

  #step(): void {
    const rest = this.#source.slice(this.#at, this.#at + 500);
    const character = rest[0] ?? '';
    const expression = REGULAR_EXPRESSION.exec(rest);
    if (rest.startsWith('//')) this.#at = this.#source.indexOf('\n', this.#at);
    else if (rest.startsWith('/*')) this.#at = this.#source.indexOf('*/', this.#at) + 2;
    else if (QUOTES.includes(character)) this.#add(this.#at, () => this.#literal(character));
    else if (character === '`') this.#add(this.#at, () => this.#template());
    else if (expression !== null && !/[\w)\]}]\s*$/.test(this.#before(this.#at)))
      this.#at += expression[0].length;
    else this.#at += 1;
  }

  #before(at: number): string {
    return this.#source.slice(Math.max(0, at - 8), at);
  }

  #add(start: number, read: () => string): void {
    const inBothLanguages = /\b(en|fr):\s*$/.test(this.#before(start));
    const text = read();
    if (!inBothLanguages) this.#texts.push(text);
  }

  #literal(quote: string): string {
    let text = '';
    for (this.#at += 1; this.#source[this.#at] !== quote; this.#at += 1) {
      if (this.#source[this.#at] === '\\') this.#at += 1;
      text += this.#source[this.#at];
    }
    this.#at += 1;
    return text;
  }

  #template(): string {
    let text = '';
    this.#at += 1;
    while (this.#source[this.#at] !== '`') {
      if (this.#source.startsWith('${', this.#at)) {
        this.#at += 2;
        this.#value();
        text += '{}';
      } else {
        if (this.#source[this.#at] === '\\') this.#at += 1;
        text += this.#source[this.#at];
        this.#at += 1;
      }
    }
    this.#at += 1;
    return text;
  }

  /** What stands between the braces of a template may hold texts itself. */
  #value(): void {
    for (let depth = 1; depth > 0; ) {
      const character = this.#source[this.#at];
      if (character === '{') depth += 1;
      if (character === '}') depth -= 1;
      if (character === '{' || character === '}') this.#at += 1;
      else this.#step();
    }
  }
}
