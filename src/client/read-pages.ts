import { isJsonObject, type JsonObject } from '../log/index.js';
import type { Service } from './service.js';

/** Entries of a page: the most the service gives at once. */
const perPage = 200;

/** All entries of a list, page by page. `path` may hold filters. @throws ServiceProblem, ServiceUnreachable */
export async function readPages(service: Service, path: string): Promise<readonly JsonObject[]> {
  const entries: JsonObject[] = [];
  const separator = path.includes('?') ? '&' : '?';
  let after = '';
  for (;;) {
    const { items = [], next = null } = await service.get(`${path}${separator}limit=${perPage}${after}`);
    if (Array.isArray(items)) entries.push(...items.filter(isJsonObject));
    if (typeof next !== 'string') return entries;
    after = `&after=${next}`;
  }
}
