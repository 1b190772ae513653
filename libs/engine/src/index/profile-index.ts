import type { ModelContext } from '../model-context.js';
import { profileTerms, type ProfileForm } from '../profile-form.js';
import { wishWidth } from '../wishes/wish-row.js';
import { IntRows } from './int-rows.js';
import { PostingLists } from './posting-lists.js';
import { Slots } from './slots.js';

const creditBits = 7;

/** Rankable profiles: postings by what they earn, wish and know, and a row of wishes each. */
export class ProfileIndex {
  readonly postings = new PostingLists(creditBits);
  readonly slots = new Slots(this.postings.slotLimit);
  readonly rows = new IntRows(wishWidth);

  constructor(private readonly context: ModelContext) {}

  add(form: ProfileForm): void {
    const terms = profileTerms(form, this.context);
    const slot = this.slots.take(form.profile.profileId);
    for (const { key, value } of terms) this.postings.append(key, slot, value);
    const at = this.rows.at(slot);
    this.rows.data.set(form.row, at);
    this.compactIfWorthIt();
  }

  remove(profileId: string): void {
    this.slots.release(profileId);
    this.compactIfWorthIt();
  }

  private compactIfWorthIt(): void {
    if (!this.slots.worthCompacting) return;
    const moved = this.slots.compact();
    this.postings.move(moved);
    for (const [from, to] of moved.entries()) if (to >= 0) this.rows.copy(from, to);
  }
}
