#!/bin/bash
# Chạy lại được: chỉ lập những gì chưa có.
set -euo pipefail
password="$(cat /run/secrets/csdl-password)"
/opt/mssql-tools18/bin/sqlcmd -C -b -S csdl -U sa -P "$(cat /run/secrets/sa-password)" -Q "
IF DB_ID('hoi_am') IS NULL CREATE DATABASE hoi_am COLLATE Vietnamese_100_CI_AS;
IF SUSER_ID('hoi_am') IS NULL CREATE LOGIN hoi_am WITH PASSWORD = '${password//\'/\'\'}', DEFAULT_DATABASE = hoi_am;
ALTER DATABASE hoi_am SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE;"
/opt/mssql-tools18/bin/sqlcmd -C -b -S csdl -U sa -P "$(cat /run/secrets/sa-password)" -d hoi_am -Q "
IF USER_ID('hoi_am') IS NULL CREATE USER hoi_am FOR LOGIN hoi_am;
ALTER ROLE db_owner ADD MEMBER hoi_am;"
