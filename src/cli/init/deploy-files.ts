import { isWithin } from '../../platform/files/is-within.js';

/** Where and as whom the app runs. */
export interface Deployment {
  /** Where `.env` lies, absolute. */
  readonly folder: string;
  /** Where the built programs lie, absolute: `/opt/hoi-am/dist/src`. */
  readonly programs: string;
  readonly account: string;
  readonly node: string;
  readonly publicUrl: string;
  readonly port: string;
  /** Where data lies, absolute. */
  readonly data: string;
  /** Where backups lie. */
  readonly backups: string;
  /** Folders besides that of the data in which the app writes, absolute; one on another machine may not be mounted yet. */
  readonly written: readonly string[];
}

/** The files that put the app into a Debian machine, by name, with their place in the first line. */
export function deployFiles(deployment: Deployment): Readonly<Record<string, string>> {
  return {
    'hoi-am.service': unit(deployment),
    'hoi-am.nginx': nginx(deployment),
    'hoi-am.cron': cron(deployment),
    'hoi-am.logrotate': logrotate(),
    'hoi-am': command(deployment),
  };
}

/** Memory that can be written and run is left open: Node.js compiles while it runs. */
const CLOSED = `UMask=0077
NoNewPrivileges=yes
CapabilityBoundingSet=
PrivateDevices=yes
ProtectSystem=full
ProtectKernelTunables=yes
ProtectKernelModules=yes
ProtectKernelLogs=yes
ProtectControlGroups=yes
ProtectClock=yes
ProtectHostname=yes
ProtectProc=invisible
RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
LockPersonality=yes
RemoveIPC=yes
SystemCallArchitectures=native
SystemCallFilter=@system-service
SystemCallFilter=~@privileged @resources
SystemCallErrorNumber=EPERM`;

/** What systemd keeps from the service, unless the app is to write there. */
const KEPT_AWAY = {
  'PrivateTmp=yes': ['/tmp', '/var/tmp'],
  'ProtectHome=yes': ['/home', '/root', '/run/user'],
};

function unit({ folder, programs, account, node, data, written }: Deployment): string {
  const others = written.filter((place) => !isWithin(data, place));
  const keptAway = Object.entries(KEPT_AWAY).filter(
    ([, roots]) => ![folder, data, ...others].some((place) => roots.some((root) => isWithin(root, place))),
  );
  return `# /etc/systemd/system/hoi-am.service; sau đó: systemctl enable --now hoi-am
[Unit]
Description=Hồi Âm
After=network-online.target remote-fs.target
Wants=network-online.target

[Service]
User=${account}
WorkingDirectory=${folder}
Environment=TZ=UTC
ExecStart=${node} --use-system-ca --env-file=.env ${programs}/main.js
ReadOnlyPaths=${folder}
ReadWritePaths=${[data, ...others.map((place) => `-${place}`)].join(' ')}
${[CLOSED, ...keptAway.map(([line]) => line)].join('\n')}
Restart=on-failure
TimeoutStopSec=30

[Install]
WantedBy=multi-user.target
`;
}

function nginx({ publicUrl, port }: Deployment): string {
  const { hostname } = new URL(publicUrl);
  return `# /etc/nginx/sites-enabled/hoi-am; đặt đúng hai tệp chứng thư rồi: nginx -t && systemctl reload nginx
server {
  listen 80;
  server_name ${hostname};
  return 301 https://$host$request_uri;
}
server {
  listen 443 ssl;
  server_name ${hostname};
  ssl_certificate     /etc/ssl/hoi-am.pem;
  ssl_certificate_key /etc/ssl/private/hoi-am.key;
  client_max_body_size 26m;
  location / {
    proxy_pass http://127.0.0.1:${port};
    proxy_set_header Host $host;
    proxy_set_header X-Forwarded-Proto https;
    proxy_set_header X-Forwarded-For $remote_addr;
  }
}
`;
}

function cron({ account, backups }: Deployment): string {
  return `# /etc/cron.d/hoi-am: mỗi tuần đọc lại bản sao lưu mới nhất và khám máy (sao lưu mỗi đêm do phần mềm tự làm)
45 2 * * 0  ${account}  /usr/local/bin/hoi-am restore --from ${backups} --check 2>&1 | logger -t hoi-am
15 3 * * 0  ${account}  /usr/local/bin/hoi-am doctor 2>&1 | logger -t hoi-am
`;
}

function logrotate(): string {
  return `# /etc/logrotate.d/hoi-am: chỉ cần khi nhật ký được chuyển vào /var/log/hoi-am.log; với journald thì bỏ qua tệp này
/var/log/hoi-am.log {
  daily
  rotate 90
  compress
  missingok
  copytruncate
}
`;
}

function command({ folder, programs, account, node }: Deployment): string {
  return `#!/bin/sh
# /usr/local/bin/hoi-am (chmod 755): mọi lệnh chạy bằng tài khoản ${account}
cd ${folder} || exit 3
if [ "$(id -un)" = "${account}" ]; then exec ${node} --use-system-ca ${programs}/cli.js "$@"; fi
if [ "$(id -u)" != 0 ]; then echo "Chạy hoi-am bằng root hoặc tài khoản ${account}." >&2; exit 3; fi
exec runuser -u ${account} -- ${node} --use-system-ca ${programs}/cli.js "$@"
`;
}
