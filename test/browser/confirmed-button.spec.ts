import { ShownGallery } from '../support/shown-gallery.js';

describe('a form that asks before it is sent', () => {
  let gallery: ShownGallery;
  beforeAll(async () => {
    gallery = await ShownGallery.open();
  });
  afterAll(() => gallery.close());

  it('sends what the pressed button says, once the question was answered', async () => {
    const { page } = await gallery.show('so-tiep-nhan');
    await page.evaluate(() => {
      const form = document.createElement('form');
      form.dataset['confirm'] = 'hoi-thu';
      form.innerHTML =
        '<button name="viec" value="bo">Bỏ thử</button><button name="viec" value="duyet">Duyệt thử</button>';
      const dialog = document.createElement('dialog');
      dialog.id = 'hoi-thu';
      dialog.innerHTML = '<form method="dialog"><button value="yes">Đúng vậy</button></form>';
      document.body.append(form, dialog);
    });
    await page.getByRole('button', { name: 'Duyệt thử' }).click();
    await page.getByRole('button', { name: 'Đúng vậy' }).click();
    await page.waitForURL(/\?viec=duyet$/u);
    await page.close();
  });
});
