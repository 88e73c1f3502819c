import { first, one } from './elements.js';

/** Looks up the chosen file by its SHA-256, computed here: the file itself is not sent. Only where the browser can compute it (https). */
export function hashChosenFile() {
  const form = first(HTMLFormElement, 'form[data-file-hash]');
  if (!form) return;
  const part = one(HTMLElement, '[data-file-part]', form);
  part.hidden = !isSecureContext;
  if (part.hidden) return;
  const chosen = one(HTMLInputElement, 'input[type="file"]', part);
  const said = one(HTMLElement, '[data-file-said]', part);
  /** @param {File} file */
  const lookUp = async (file) => {
    said.textContent = 'Đang băm tệp…';
    try {
      one(HTMLInputElement, '[name="ma"]', form).value = hex(
        await crypto.subtle.digest('SHA-256', await file.arrayBuffer()),
      );
      form.requestSubmit();
    } catch {
      said.textContent = 'Trình duyệt không đọc được tệp này. Chọn lại tệp, hoặc tra bằng mã.';
    }
  };
  chosen.addEventListener('change', () => {
    const file = chosen.files?.[0];
    if (file) void lookUp(file);
  });
}

/** @param {ArrayBuffer} buffer */
function hex(buffer) {
  return Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
