import { ServiceProblem } from '../../../client/index.js';
import type { RegisteredItem } from '../items/demo-item.js';
import { DemoError } from '../narrator.js';
import type { Play } from '../play.js';

/** What a recipient may read is what was released to him; of everything else he is not even told that it exists. */
export async function readAsRecipient(
  play: Play,
  released: readonly RegisteredItem[],
  withheld: RegisteredItem,
): Promise<void> {
  const { stage, narrator } = play;
  const service = await stage.readingAs('DEMO-OPJ-1');
  const { items } = await service.get('/v1/evidence?limit=200');
  const seen = Array.isArray(items) ? items.length : 0;
  const status = await service.get(`/v1/evidence/${withheld.id}`).then(
    () => 200,
    (error: unknown) => {
      if (error instanceof ServiceProblem) return error.problem.status;
      throw error;
    },
  );
  narrator.say({
    en: `In a session of his own the national officer reads the ${seen} items that were released to his unit. For ${withheld.label}, which was not, the service answers HTTP ${status}.`,
    fr: `Dans sa propre session, l'officier de police judiciaire lit les ${seen} pièces remises à son unité. Pour ${withheld.label}, qui ne l'est pas, le service répond HTTP ${status}.`,
  });
  if (seen !== released.length || status !== 404) throw new DemoError('the recipient reads otherwise');
}
