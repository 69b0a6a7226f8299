package org.ximen.understanding;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A head whose classes have names. */
record LabelledHead(List<String> names, SoftmaxHead head) {
    /** A class and how probable it is. */
    record Guess(String name, double probability) {}

    LabelledHead {
        names = List.copyOf(names);
    }

    double[] probabilities(Signal signal, double temperature) {
        return Softmax.of(head.scores(signal), temperature);
    }

    /** The most probable classes, best first. */
    List<Guess> best(Signal signal, double temperature, int most) {
        var probabilities = probabilities(signal, temperature);
        return IntStream.range(0, names.size())
                .mapToObj(i -> new Guess(names.get(i), probabilities[i]))
                .sorted(Comparator.comparingDouble(Guess::probability).reversed())
                .limit(most)
                .toList();
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(names.size());
        for (var name : names) {
            out.writeUTF(name);
        }
        head.write(out);
    }

    static LabelledHead read(DataInput in) throws IOException {
        var names = new String[in.readInt()];
        for (int i = 0; i < names.length; i++) {
            names[i] = in.readUTF();
        }
        return new LabelledHead(List.of(names), SoftmaxHead.read(in));
    }
}
