/** Merchants: their shop noted with their consent, guides for each stage, policies that fit. */
@NullMarked
package org.ximen.dialogue.merchants;

import org.jspecify.annotations.NullMarked;
