FROM node:24-trixie-slim AS build
WORKDIR /hoi-am
# An npm that does not know `allowScripts` compiles better-sqlite3, though its binary is in the package.
RUN apt-get update \
  && apt-get install -y --no-install-recommends python3 make g++ \
  && rm -rf /var/lib/apt/lists/*
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json tsconfig.product.json nest-cli.json ./
COPY templates ./templates
COPY docs/templates ./docs/templates
COPY integrations ./integrations
COPY src ./src
COPY .ci/sbom.mjs ./.ci/
RUN npx nest build --path tsconfig.product.json && npm prune --omit=dev --no-audit --no-fund && node .ci/sbom.mjs > sbom.json

FROM node:24-trixie-slim
# soffice makes the pages that are signed, and python3-uno keeps it running between letters; pdftoppm makes their previews; the letters are set in
# Liberation Serif.
RUN apt-get update \
  && apt-get install -y --no-install-recommends libreoffice-writer-nogui python3-uno fonts-liberation poppler-utils \
  && rm -rf /var/lib/apt/lists/*
ENV NODE_ENV=production TZ=UTC HOI_AM_HOST=0.0.0.0 HOI_AM_PORT=8022 HOI_AM_DATA=/var/lib/hoi-am
WORKDIR /hoi-am
COPY --from=build /hoi-am/package.json ./
COPY --from=build /hoi-am/node_modules ./node_modules
COPY --from=build /hoi-am/dist ./dist
COPY --from=build /hoi-am/sbom.json ./
COPY LICENSE .env.example ./
RUN install -d -o node -g node -m 0700 /var/lib/hoi-am
USER node
VOLUME /var/lib/hoi-am
EXPOSE 8022
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.HOI_AM_PORT}/health/live`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/src/main.js"]
