import { isJsonObject, type JsonObject } from '../log/index.js';

/** Objects that come as lines of JSON; empty lines between them are left out. */
export async function* linesOf(body: Response['body']): AsyncGenerator<JsonObject> {
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  let waiting = '';
  for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) {
    const lines = `${waiting}${part.value}`.split('\n');
    waiting = lines.pop() ?? '';
    for (const line of lines) {
      const object: unknown = line === '' ? null : JSON.parse(line);
      if (isJsonObject(object)) yield object;
    }
  }
}
