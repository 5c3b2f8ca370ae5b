import { setTimeout } from "node:timers/promises";
import { context, propagation, trace } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import { W3CTraceContextPropagator } from "@opentelemetry/core";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { defaultResource, resourceFromAttributes } from "@opentelemetry/resources";
import { BatchSpanProcessor, TracerProvider } from "@opentelemetry/sdk-trace";

/** How long the last spans may take to be sent, in milliseconds. */
const LAST_EXPORT_MS = 2_000;

/**
 * Sends spans to the collector that OpenTelemetry's own settings name (`OTEL_EXPORTER_OTLP_ENDPOINT`,
 * `OTEL_EXPORTER_OTLP_HEADERS` …), as OTLP in JSON over HTTP. Loaded only where the first of them is set.
 * @returns sends what is left and stops; never fails
 */
export const exportTraces = (serviceName: string): (() => Promise<void>) => {
  const provider = new TracerProvider({
    resource: defaultResource().merge(resourceFromAttributes({ "service.name": serviceName })),
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter() })],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  trace.setGlobalTracerProvider(provider);
  // A collector that is away must not keep the server from ending.
  return () =>
    Promise.race([
      provider.shutdown().catch(() => {}),
      setTimeout(LAST_EXPORT_MS, undefined, { ref: false }),
    ]);
};
