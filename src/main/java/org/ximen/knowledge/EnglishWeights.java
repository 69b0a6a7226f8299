package org.ximen.knowledge;

import java.util.EnumMap;
import java.util.Map;

/**
 * How much each feature counts, as learnt.
 *
 * @param bias what is counted in any case
 */
record EnglishWeights(double bias, Map<EnglishFeature, Double> weights) {
    private static final String BIAS = "BIAS";

    /** Reads a file beside this class: a name and a number a line. */
    static EnglishWeights read(String file) {
        double bias = 0;
        var weights = new EnumMap<EnglishFeature, Double>(EnglishFeature.class);
        for (var line : WordFile.lines(file).toList()) {
            var parts = line.split("\\s+");
            double number = Double.parseDouble(parts[1]);
            if (parts[0].equals(BIAS)) {
                bias = number;
            } else {
                weights.put(EnglishFeature.valueOf(parts[0]), number);
            }
        }
        return new EnglishWeights(bias, weights);
    }

    /** The sum over a match. */
    double sum(EnglishMatch match) {
        return weights.entrySet().stream()
                .mapToDouble(each -> each.getValue() * each.getKey().of(match))
                .reduce(bias, Double::sum);
    }
}
