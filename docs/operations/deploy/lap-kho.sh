#!/bin/sh
# Chạy lại được: chỉ lập những gì chưa có.
set -eu
mc alias set kho https://kho:9000 "$(cat /run/secrets/kho-root-user)" "$(cat /run/secrets/kho-root-password)"
mc mb --ignore-existing kho/hoi-am
# Mốc chỉ được thêm: trong mười năm không ai ghi đè hay xóa được, kể cả phần mềm.
mc mb --ignore-existing --with-lock kho/hoi-am-moc
mc retention set --default COMPLIANCE 10y kho/hoi-am-moc
mc admin user add kho hoi-am "$(cat /run/secrets/files-secret-key)"
mc admin policy create kho hoi-am /quyen-kho.json
mc admin policy attach kho hoi-am --user hoi-am || true
