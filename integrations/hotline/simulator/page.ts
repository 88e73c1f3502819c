import { encode } from 'html-entities';
import { MISBEHAVIOURS, type HeardMessage, type SimulatedHotline } from './simulated-hotline.js';

const SHOWN = 50;

/** The operator's page: one form, what the app answered, what it told. */
export function hotlinePage({ answers, heard }: SimulatedHotline): string {
  const options = Object.entries(MISBEHAVIOURS).map(([code, words]) => `<option value="${code}">${words}</option>`);
  const answered = answers
    .slice(-SHOWN)
    .map(({ what, answer }) => [what, String(answer.status), JSON.stringify(answer.body)]);
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Tổng đài mô phỏng</title>
<h1>Tổng đài mô phỏng</h1>
<p>Dùng để tập và thử; mọi thứ ở đây không có giá trị.</p>
<h2>Gửi tới Sở</h2>
<form method="post" action="/gui">
<p><label>Số phiếu của Tổng đài <input name="code"></label></p>
<p><label>Lĩnh vực <input name="service" value="fees"></label></p>
<p><label>Nội dung <textarea name="description" rows="4" cols="60"></textarea></label></p>
<p><label>Họ tên <input name="name"></label> <label>Điện thoại <input name="phone"></label></p>
<p><label>Bổ sung cho phiếu (mã của Sở) <input name="about"></label></p>
<p><label>Cố ý sai <select name="misbehaviour"><option value="">Không</option>${options.join('')}</select></label></p>
<p><button>Gửi</button></p>
</form>
<h2>Sở trả lời</h2>
${table(['Gọi', 'Mã', 'Nội dung'], answered)}
<h2>Sở báo</h2>
${table(['Lúc ký', 'Tin', 'Nội dung'], heard.slice(-SHOWN).map(heardCells))}
</html>`;
}

function heardCells({ timestamp, genuine, again, body }: HeardMessage): string[] {
  const standing = [genuine ? 'chữ ký đúng' : 'chữ ký sai', ...(again ? ['đã nhận trước đó'] : [])];
  return [new Date(Number(timestamp) * 1000).toISOString(), standing.join(', '), body];
}

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (tag: string, cells: readonly string[]): string =>
    `<tr>${cells.map((cell) => `<${tag}>${encode(cell)}</${tag}>`).join('')}</tr>`;
  return `<table>${line('th', headings)}${rows
    .toReversed()
    .map((row) => line('td', row))
    .join('')}</table>`;
}
