import { en } from 'clientele/messages/en'
import { fi } from 'clientele/messages/fi'
import { nb } from 'clientele/messages/nb'
import { nl } from 'clientele/messages/nl'
import { pl } from 'clientele/messages/pl'
import { watchAddress } from './address-form.js'
import { element } from './element.js'
import { watchSegment } from './segment-editor.js'

// Labels are the page's own and stay English here; what the library says, it says in the language chosen
const languages = { en, pl, nb, nl, fi }

const select = element('#language', HTMLSelectElement)
const chosen = (): typeof en => languages[select.value as keyof typeof languages]

const showAddress = watchAddress(chosen)
const showSegment = watchSegment(chosen)
select.addEventListener('change', () => {
  showAddress()
  showSegment()
})
