import { z } from "zod";

/** As much of a JSON Schema as the reference shows. */
export interface SchemaNode {
  readonly $ref?: string | undefined;
  readonly type?: string | readonly string[] | undefined;
  readonly anyOf?: readonly SchemaNode[] | undefined;
  readonly items?: SchemaNode | undefined;
  readonly properties?: Readonly<Record<string, SchemaNode>> | undefined;
  readonly additionalProperties?: SchemaNode | boolean | undefined;
  readonly required?: readonly string[] | undefined;
  readonly enum?: readonly unknown[] | undefined;
  readonly const?: unknown;
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
  readonly minItems?: number | undefined;
  readonly maxItems?: number | undefined;
  readonly default?: unknown;
}

const count = z.number().optional();

export const SchemaNodeSchema: z.ZodType<SchemaNode> = z.object({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  get anyOf() {
    return z.array(SchemaNodeSchema).optional();
  },
  get items() {
    return SchemaNodeSchema.optional();
  },
  get properties() {
    return z.record(z.string(), SchemaNodeSchema).optional();
  },
  get additionalProperties() {
    return z.union([z.boolean(), SchemaNodeSchema]).optional();
  },
  required: z.array(z.string()).optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  minLength: count,
  maxLength: count,
  minimum: count,
  maximum: count,
  minItems: count,
  maxItems: count,
  default: z.unknown().optional(),
});

const Content = z.record(z.string(), z.object({ schema: SchemaNodeSchema })).optional();

/** As much of an operation of OpenAPI as the reference shows. */
export const OperationSchema = z.object({
  summary: z.string(),
  parameters: z
    .array(z.object({ name: z.string(), in: z.string(), required: z.boolean(), schema: SchemaNodeSchema }))
    .default([]),
  requestBody: z.object({ content: Content }).optional(),
  responses: z.record(z.string(), z.object({ description: z.string(), content: Content })),
});
export type Operation = z.infer<typeof OperationSchema>;
