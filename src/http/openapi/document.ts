import type { JsonObject, JsonValue } from '../../log/index.js';

export interface MediaTypeObject {
  schema?: JsonValue;
  example?: JsonValue;
  examples?: JsonObject;
}

export interface ParameterObject {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  style?: string;
  explode?: boolean;
  schema?: JsonValue;
  example?: JsonValue;
  'x-description-fr'?: JsonValue;
}

export interface AnswerObject {
  readonly content?: Record<string, MediaTypeObject>;
}

export interface OperationObject {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly parameters?: ParameterObject[];
  readonly requestBody?: { readonly content: Record<string, MediaTypeObject> };
  readonly responses: Record<string, AnswerObject>;
}

/** As much of an OpenAPI 3.1 document as is worked on here. */
export interface OpenApiDocument {
  readonly tags: readonly { readonly name: string }[];
  readonly components: { schemas: Record<string, JsonValue> };
  paths: Record<string, Record<string, OperationObject>>;
}

/** Every operation, with its method and address. */
export function operationsOf({ paths }: OpenApiDocument): readonly OperationObject[] {
  return Object.values(paths).flatMap(methods => Object.values(methods));
}

/** Every place of an operation that holds a body with its schema. */
export function mediaTypesOf({ requestBody, responses }: OperationObject): readonly MediaTypeObject[] {
  const contents = [requestBody?.content, ...Object.values(responses).map(({ content }) => content)];
  return contents.flatMap(content => Object.values(content ?? {}));
}
