# One image for the programs of Cẩm Nang, one for the TLS proxy with the static files.
# `.ci/run` runs the commands below (RUN of "build", CMD and HEALTHCHECK of the programs) outside a container.

FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY . .
RUN npm ci --no-audit --no-fund
RUN NX_DAEMON=false NX_TUI=false npx nx run-many -t build --projects=@cam-nang/api,@cam-nang/worker,@cam-nang/cli,@cam-nang/web,tag:layer:*,tag:feature:*
RUN npm prune --omit=dev --no-audit --no-fund

FROM node:24-bookworm-slim AS program
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build --chown=root:root /app /app
RUN mkdir -p /data/files /data/heads /data/secrets && chown -R node:node /data
VOLUME /data
USER node

FROM program AS migrate
CMD ["node", "--enable-source-maps", "apps/cli/dist/main.js", "migrate"]

FROM program AS first-code
CMD ["node", "--enable-source-maps", "apps/cli/dist/main.js", "first-code"]

FROM program AS worker
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 CMD ["node", "deploy/healthy.mjs", "http://127.0.0.1:9464/health/ready"]
CMD ["node", "--enable-source-maps", "apps/worker/dist/main.js"]

FROM program AS api
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 CMD ["node", "deploy/healthy.mjs", "http://127.0.0.1:3000/health/ready"]
CMD ["node", "--enable-source-maps", "apps/api/dist/main.js"]

FROM caddy:2 AS web
COPY deploy/Caddyfile /etc/caddy/Caddyfile
COPY --from=build /app/apps/web/dist /srv/web
RUN mkdir -p /certificates /config && chown -R 1000:1000 /certificates /config
ENV XDG_DATA_HOME=/certificates XDG_CONFIG_HOME=/config
USER 1000:1000
EXPOSE 80 443
HEALTHCHECK --interval=10s --timeout=5s --retries=3 CMD ["wget", "-q", "-O", "/dev/null", "http://127.0.0.1:8081/"]
CMD ["caddy", "run", "--config", "/etc/caddy/Caddyfile", "--adapter", "caddyfile"]
