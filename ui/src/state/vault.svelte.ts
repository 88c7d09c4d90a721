import { ask, failureOf, onRefused } from '@/api/ask';
import { forgetPage } from '@/api/events';
import type { AppState, Failure, RecoverySheet, SheetFormat, VaultPlace } from '@/generated/contract';
import { flushDrafts } from './drafts';

/** Where the window stands with its vault: none, locked, being made, open. */
class VaultState {
  app = $state.raw<AppState | null>(null);
  /** Shown once, while a new vault's sheet is not yet confirmed; never kept. */
  sheet = $state.raw<RecoverySheet | null>(null);
  busy = $state(false);
  failure = $state.raw<Failure | null>(null);
  /** A new vault was just confirmed: the window asks how to begin. */
  fresh = $state(false);

  /** Asks where things stand, at the start and whenever the other side says that it is locked. */
  async start(): Promise<void> {
    onRefused((failure) => {
      if (failure.code === 'locked' && this.app?.phase === 'open') void this.wasLocked();
    });
    await this.#do(async () => {
      const app = await ask('app_state', {});
      // A page that was loaded anew while a vault is being made has forgotten its sheet.
      const sheet = app.phase === 'confirming' ? await ask('recovery_show', {}) : null;
      return () => {
        this.sheet = sheet;
        this.app = app;
      };
    });
  }

  place(name: string): Promise<VaultPlace> {
    return ask('vault_place', { name });
  }

  choosePlace(name: string): Promise<VaultPlace> {
    return ask('vault_choose_place', { name });
  }

  create(name: string, passphrase: string): Promise<boolean> {
    return this.#do(async () => {
      const sheet = await ask('vault_create', { name, passphrase });
      return () => (this.sheet = sheet);
    });
  }

  /** Saves the sheet that is shown; false where the person closed the dialog. */
  async saveSheet(format: SheetFormat): Promise<boolean> {
    let saved = false;
    await this.#do(async () => {
      saved = (await ask('recovery_save', { format })).path !== null;
      return () => undefined;
    });
    return saved;
  }

  /** Makes a new sheet for the open vault and shows it. The old one's code works until two groups were typed. */
  newSheet(): Promise<boolean> {
    return this.#do(async () => {
      const sheet = await ask('sheet_renew', {});
      return () => (this.sheet = sheet);
    });
  }

  keepOldSheet(): Promise<boolean> {
    return this.#do(async () => {
      await ask('sheet_keep_old', {});
      return () => (this.sheet = null);
    });
  }

  /** Whether the two groups were right; then a new vault is open, or the new sheet counts. */
  async confirm(answers: string[]): Promise<boolean> {
    let right = false;
    await this.#do(async () => {
      right = (await ask('recovery_confirm', { answers })).right;
      if (!right) return () => undefined;
      const app = await ask('app_state', {});
      return () => {
        this.fresh = this.app?.phase !== 'open';
        this.app = app;
        this.sheet = null;
      };
    });
    return right;
  }

  open(words: string, read_only = false): Promise<boolean> {
    return this.#do(async () => this.#now(await ask('vault_open', { words, read_only })));
  }

  /** Opens with what this computer keeps for the vault. */
  openKept(read_only = false): Promise<boolean> {
    return this.#do(async () => this.#now(await ask('vault_open_kept', { read_only })));
  }

  /** Takes the recovery code; a new passphrase has to follow. */
  recover(code: string): Promise<boolean> {
    return this.#do(async () => this.#now(await ask('recovery_open', { code })));
  }

  renew(passphrase: string): Promise<boolean> {
    return this.#do(async () => this.#now(await ask('passphrase_renew', { passphrase })));
  }

  /** Nothing may be written: the vault is open for reading only. */
  get readOnly(): boolean {
    return this.app?.read_only ?? false;
  }

  /** Chooses another vault in the system's own dialog; a closed dialog changes nothing. */
  find(): Promise<boolean> {
    return this.#do(async () => this.#now(await ask('vault_find', {})));
  }

  recent(index: number): Promise<boolean> {
    return this.#do(async () => this.#now(await ask('vault_recent', { index })));
  }

  /** Goes back to the welcome page; nothing happens to the vault itself. */
  leave(): Promise<boolean> {
    return this.#do(async () => this.#now(await ask('vault_forget', {})));
  }

  /** Keeps what is half written, locks, and lets go of the page. */
  async lock(): Promise<void> {
    await flushDrafts();
    await this.#do(async () => {
      const app = await ask('vault_lock', {});
      return () => {
        this.app = app;
        this.fresh = false;
        forgetPage();
      };
    });
  }

  /** The other side has locked by itself. */
  async wasLocked(): Promise<void> {
    this.app = await ask('app_state', {});
    this.fresh = false;
    forgetPage();
  }

  /** What to do with a new state once the waiting is over. */
  #now(app: AppState): () => void {
    return () => (this.app = app);
  }

  /** Waits for the work, then takes over what it brought: the next page never begins as a busy one. */
  async #do(work: () => Promise<() => void>): Promise<boolean> {
    this.busy = true;
    this.failure = null;
    try {
      const takeOver = await work();
      this.busy = false;
      takeOver();
      return true;
    } catch (reason) {
      const failure = failureOf(reason);
      if (failure.code !== 'cancelled') this.failure = failure;
      this.busy = false;
      return false;
    }
  }
}

export const vault = new VaultState();
