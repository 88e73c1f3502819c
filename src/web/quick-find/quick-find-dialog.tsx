import type { VNode } from 'preact';

/** Where the script of Ctrl+K asks. */
export const QUICK_FIND = '/tim-nhanh';

/** Ctrl+K: one field for everything, opened by a script; without one the search page does what it can. */
export function QuickFindDialog(): VNode {
  return (
    <dialog class="ha-dialog ha-quick" id="tim-moi-noi" aria-label="Tìm mọi nơi" data-quick-find={QUICK_FIND}>
      <form action="/tim-kiem" role="search" aria-label="Tìm mọi nơi">
        <label class="ha-vh" for="moi-noi">
          Tìm phiếu, văn bản, người, đơn vị, trang, việc làm được
        </label>
        <input
          class="form-control"
          id="moi-noi"
          name="tim"
          type="text"
          role="combobox"
          aria-expanded="false"
          aria-controls="moi-noi-kq"
          aria-autocomplete="list"
          autocomplete="off"
          placeholder="Mã, nội dung, số văn bản, tên người, đơn vị, trang"
          maxlength={100}
        />
        <p class="ha-vh" role="status" />
        <div class="ha-quick-l" id="moi-noi-kq" role="listbox" aria-label="Kết quả" />
        <p class="ha-quick-f ha-small">
          <span class="ha-not-phone">
            <kbd>↑</kbd> <kbd>↓</kbd> chọn · <kbd>Enter</kbd> mở · <kbd>Esc</kbd> đóng
          </span>
          <button class="btn btn-sm" type="submit">
            Tìm trong mọi phiếu
          </button>
        </p>
      </form>
    </dialog>
  );
}
