/** What the rest of an address is called where a route takes any number of its parts. */
export const restParameter = 'path';

/** The address of a route as the OpenAPI document writes it: `/v1/evidence/:id` as `/v1/evidence/{id}`. */
export function openApiPath(url: string): string {
  return url.replaceAll(/:(\w+)/g, '{$1}').replace(/\*$/, `{${restParameter}}`);
}
