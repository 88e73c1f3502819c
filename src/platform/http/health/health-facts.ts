import { Injectable } from '@nestjs/common';

/** What features say of themselves beside whether the process can work; each adds its own at start. Short words for a watcher, nothing private. */
@Injectable()
export class HealthFacts {
  private readonly all = new Map<string, () => Promise<string>>();

  add(name: string, read: () => Promise<string>): void {
    this.all.set(name, read);
  }

  async read(): Promise<Readonly<Record<string, string>>> {
    const said: Record<string, string> = {};
    for (const [name, read] of this.all) said[name] = await read();
    return said;
  }
}
