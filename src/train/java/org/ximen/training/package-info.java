/**
 * Teaches the encoder residents' words: it is tuned on questions with the passages that answer
 * them. Runs when somebody wants another encoder ({@code mvn -Pencoder}), never in the product.
 */
@NullMarked
package org.ximen.training;

import org.jspecify.annotations.NullMarked;
