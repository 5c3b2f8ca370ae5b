# syntax=docker/dockerfile:1
# Debian, since the search engine and the embedding model need glibc.

FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY scripts/link-node.mjs scripts/
RUN npm ci --omit=dev
COPY . .
RUN npm run build:web

FROM node:24-bookworm-slim
ENV NODE_ENV=production \
    ZHENGWEN_DATA=/data \
    ZHENGWEN_HOST=0.0.0.0
WORKDIR /app
COPY --from=build /app/LICENSE /app/NOTICE /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/models models
COPY --from=build /app/seeds seeds
COPY --from=build /app/src src
COPY --from=build /app/web/dist web/dist
# The page is built after its sources were written, so that `start` does not build it again.
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 8787
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:8787/readyz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "src/cli.ts"]
CMD ["start"]
