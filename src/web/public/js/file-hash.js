/** Looks up the chosen file by its SHA-256, computed here: the file itself is not sent. Only where the browser can compute it (https). */
export function hashChosenFile() {
  const form = document.querySelector('form[data-file-hash]');
  if (!form || !globalThis.crypto?.subtle) return;
  const part = form.querySelector('[data-file-part]');
  const chosen = part.querySelector('input[type="file"]');
  const said = part.querySelector('[data-file-said]');
  part.hidden = false;
  chosen.addEventListener('change', async () => {
    const [file] = chosen.files;
    if (!file) return;
    said.textContent = 'Đang băm tệp…';
    try {
      form.elements.ma.value = hex(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
      form.requestSubmit();
    } catch {
      said.textContent = 'Trình duyệt không đọc được tệp này. Chọn lại tệp, hoặc tra bằng mã.';
    }
  });
}

function hex(buffer) {
  return Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
