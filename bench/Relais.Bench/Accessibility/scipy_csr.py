# The catchment step by compiled sparse products: FOLDER REPEATS; prints the milliseconds of each, writes the figures beside.
import sys, time
import numpy as np
from scipy.sparse import csr_matrix

folder, repeats = sys.argv[1], int(sys.argv[2])
read = lambda name, kind: np.fromfile(f"{folder}/{name}.bin", dtype=kind)
start, column, weight = read("start", np.int32), read("column", np.int32), read("weight", np.float64)
demand, supply = read("demand", np.float64), read("supply", np.float64)
W = csr_matrix((weight, column, start), shape=(len(demand), len(demand)))
T = W.T
times = []
for _ in range(repeats):
    began = time.perf_counter()
    reached = T @ demand
    ratio = np.divide(supply, reached, out=np.zeros_like(supply), where=reached > 0)
    figures = W @ ratio
    times.append(1000 * (time.perf_counter() - began))
figures.tofile(f"{folder}/scipy.bin")
print(" ".join(f"{one:.3f}" for one in times))
